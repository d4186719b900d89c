package io.mingjian.detection.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.media.ContainerSmith;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
    private static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191310115MA1K4ABC4H10001\","
                    + "\"ProduceID\":\"p-1\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\","
                    + "\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return new ReadCommand(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8))
                .run(words);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static JsonNode finding(JsonNode file, String code) {
        return StreamSupport.stream(file.get("findings").spliterator(), false)
                .filter(f -> f.get("code").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among the findings"));
    }

    @Test
    void aFolderNamedByALinkIsNotTakenForAnEmptyOne() throws IOException {
        file("films/film.mp4", ContainerSmith.mp4("isom", "AIGC", LABEL));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("films"));
        assertThat(run("--json", link)).isEqualTo(ReadCommand.READ);
        assertThat(json().get("files").findValuesAsText("path"))
                .containsExactly(link.resolve("film.mp4").toString());
    }

    @Test
    void everyFindingHasTheWholePromisedShape() throws IOException {
        Path film = file("film.mp4", ContainerSmith.mp4("isom", "AIGC", LABEL));
        assertThat(run("--json", film)).isEqualTo(ReadCommand.READ);
        assertThat(json().get("format").asText()).isEqualTo("mingjian-read/1");
        JsonNode read = json().get("files").get(0);
        assertThat(read.get("path").asText()).isEqualTo(film.toString());
        assertThat(read.get("kind").asText()).isEqualTo("MP4");
        assertThat(read.get("outcome").asText()).isEqualTo("FOUND");
        assertThat(read.get("labelVerdict").asText()).isEqualTo("CONFIRMED_BY_METADATA");
        assertThat(read.get("sha256").asText()).hasSize(64);
        for (JsonNode finding : read.get("findings")) {
            assertThat(finding.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "code",
                            "outcome",
                            "reader",
                            "strength",
                            "where",
                            "value",
                            "supports",
                            "doesNotProve",
                            "facts");
            assertThat(finding.get("supports").asText()).isNotBlank();
            assertThat(finding.get("doesNotProve").asText()).isNotBlank();
        }
        JsonNode label = finding(read, "GB_LABEL_CONFIRMED");
        assertThat(label.get("value").asText()).isEqualTo(LABEL);
        int offset = label.get("where").get("offset").asInt();
        int length = label.get("where").get("length").asInt();
        assertThat(new String(Files.readAllBytes(film), offset, length, StandardCharsets.UTF_8))
                .isEqualTo(LABEL);
        assertThat(label.get("where").get("carrier").asText()).isEqualTo("MP4_KEYS");
    }

    @Test
    void furtherAuthoritiesAreTrustedWhenTheyAreNamed() throws IOException {
        Optional<Path> samples = SampleFiles.folder("labels");
        assumeThat(samples).isPresent();
        Path signed = samples.orElseThrow().resolve("real/c2pars-C.jpg");
        Path roots = samples.orElseThrow().resolve("trust/test_cert_root_bundle.pem");
        run("--json", signed);
        assertThat(state(json())).isNotEqualTo("TRUSTED");
        run("--trust", roots, "--json", signed);
        assertThat(state(json())).isEqualTo("TRUSTED");
    }

    private static String state(JsonNode json) {
        return StreamSupport.stream(json.get("files").get(0).get("findings").spliterator(), false)
                .filter(f -> f.get("reader").asText().startsWith("content-credentials"))
                .map(f -> f.get("facts").get("state").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileWithoutAuthoritiesIsNotUnderstood() throws IOException {
        Path plain = file("plain.png", PictureDrawer.png(PictureDrawer.goods(40, 30, 1)));
        assertThat(run("--trust", plain, plain)).isEqualTo(ReadCommand.NOT_UNDERSTOOD);
        assertThat(complained()).contains("no certificates to trust");
        assertThat(run(plain, "--trust")).isEqualTo(ReadCommand.NOT_UNDERSTOOD);
    }

    @Test
    void nothingIsFoundInAPlainPicture() throws IOException {
        Path plain = file("plain.png", PictureDrawer.png(PictureDrawer.goods(40, 30, 1)));
        assertThat(run("--json", plain)).isEqualTo(ReadCommand.READ);
        JsonNode read = json().get("files").get(0);
        assertThat(read.get("outcome").asText()).isEqualTo("NOT_FOUND");
        assertThat(read.get("labelVerdict").asText()).isEqualTo("NONE_FOUND");
    }

    @Test
    void whatCannotBeReadIsInconclusiveAndShowsInTheStatus() throws IOException {
        byte[] bomb =
                FileSmith.withCompressedText(
                        PictureDrawer.png(PictureDrawer.goods(40, 30, 1)),
                        "AIGC",
                        new byte[30 << 20]);
        Path unread = file("bomb.png", bomb);
        Path unknown = file("thing.bin", new byte[] {0, 1, 2, 3});
        assertThat(run("--json", unread, unknown)).isEqualTo(ReadCommand.INCONCLUSIVE);
        JsonNode files = json().get("files");
        assertThat(finding(files.get(0), "LIMIT").get("outcome").asText())
                .isEqualTo("INCONCLUSIVE");
        assertThat(finding(files.get(1), "UNSUPPORTED_TYPE").get("outcome").asText())
                .isEqualTo("INCONCLUSIVE");
        assertThat(files.get(1).get("kind").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void foldersAreReadInTheOrderOfTheirPathsAndTheSameTwice() throws IOException {
        file("b/two.wav", ContainerSmith.wav(LABEL));
        file("a/one.flac", ContainerSmith.flac(LABEL));
        file("c.md", FileSmith.utf8("# 标题\n"));
        run("--json", folder);
        String first = said();
        assertThat(json().get("files"))
                .extracting(f -> folder.relativize(Path.of(f.get("path").asText())).toString())
                .containsExactly("a/one.flac", "b/two.wav", "c.md");
        run("--json", folder);
        assertThat(said()).isEqualTo(first);
    }

    @Test
    void aThousandFilesAreReadInOneCallWithoutProgressWhereNobodyLooks() throws IOException {
        byte[] picture = FileSmith.withText(dot(), "AIGC", LABEL);
        for (int i = 0; i < 1_000; i++) {
            file("%04d.png".formatted(i), picture);
        }
        assertThat(run("--json", folder)).isEqualTo(ReadCommand.READ);
        assertThat(json().get("files")).hasSize(1_000);
        assertThat(complained()).isEmpty();
    }

    private static byte[] dot() {
        return PictureDrawer.png(PictureDrawer.goods(8, 8, 1));
    }

    @Test
    void aLargeFilmIsWalkedAndNotLoaded() throws IOException {
        byte[] small = ContainerSmith.mp4("isom", "AIGC", LABEL);
        Path film = folder.resolve("large.mp4");
        int media = 60 << 20;
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            String text = new String(small, StandardCharsets.ISO_8859_1);
            int mdat = text.indexOf("mdat") - 4;
            int moov = text.indexOf("moov") - 4;
            file.write(small, 0, mdat);
            file.writeInt(media);
            file.writeBytes("mdat");
            file.seek((long) mdat + media);
            file.write(small, moov, small.length - moov);
        }
        assertThat(run("--json", film)).isEqualTo(ReadCommand.READ);
        JsonNode label = finding(json().get("files").get(0), "GB_LABEL_CONFIRMED");
        assertThat(label.get("where").get("offset").asInt()).isGreaterThan(media);
    }

    @Test
    void headsOfAFileTellItsSize() throws IOException {
        Path picture = file("a.png", PictureDrawer.png(PictureDrawer.goods(40, 30, 1)));
        run("--json", picture);
        JsonNode media = json().get("files").get(0).get("media");
        assertThat(media.get("width").asInt()).isEqualTo(40);
        assertThat(media.get("height").asInt()).isEqualTo(30);
        assertThat(media.get("frames").asInt()).isEqualTo(1);
        run(picture);
        assertThat(said()).contains("容器所载：40×30 像素");
    }

    @Test
    void aPictureInADocumentIsReadWithItsPlace() throws IOException {
        byte[] picture = FileSmith.withText(dot(), "AIGC", LABEL);
        Path word = file("a.docx", DocumentSmith.docx("word/media/image1.png", picture));
        assertThat(run("--json", word)).isEqualTo(ReadCommand.READ);
        JsonNode label = finding(json().get("files").get(0), "GB_LABEL_CONFIRMED");
        assertThat(label.get("where").get("member").asText()).isEqualTo("word/media/image1.png");
        assertThat(label.get("where").get("carrier").asText()).isEqualTo("PNG_TEXT");
        run(word);
        assertThat(said()).contains("位置：word/media/image1.png，PNG_TEXT，键名 AIGC");
    }

    @Test
    void aDrawingIsReadForItsLabelAndNeverFollowed() throws IOException {
        String packet =
                "<svg xmlns='http://www.w3.org/2000/svg'><script href='http://127.0.0.1:1/x'/>"
                        + "<image href='file:///etc/hostname'/><metadata>"
                        + "<d xmlns:T='http://www.tc260.org.cn/ns/AIGC/1.0/'><T:AIGC>"
                        + LABEL
                        + "</T:AIGC></d></metadata></svg>";
        Path drawing = file("photo.jpg", FileSmith.utf8(packet));
        assertThat(run("--json", drawing)).isEqualTo(ReadCommand.READ);
        JsonNode read = json().get("files").get(0);
        assertThat(read.get("kind").asText()).isEqualTo("SVG");
        assertThat(finding(read, "GB_LABEL_CONFIRMED").get("where").get("carrier").asText())
                .isEqualTo("SVG_XMP");
        String entity = "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><svg>&a;</svg>";
        Path hostile = file("b.jpg", FileSmith.utf8(entity));
        assertThat(run("--json", hostile)).isEqualTo(ReadCommand.INCONCLUSIVE);
    }

    @Test
    void thePlainTextNamesPlaceWordingAndLimits() throws IOException {
        Path sound = file("sound.wav", ContainerSmith.wav(LABEL));
        run(sound);
        assertThat(said())
                .contains("GB_LABEL_CONFIRMED")
                .contains("位置：RIFF_CHUNK，键名 AIGC，偏移 ")
                .contains("表述：")
                .contains("不能证明：");
    }

    @Test
    void foreignTextDoesNotReachTheTerminalRaw() throws IOException {
        String hostile = LABEL.replace("p-1", "p\\u001b[2Jx\\u202e");
        Path sound = file("sound.wav", ContainerSmith.wav(hostile.replace("\\u001b", "\u001b")));
        run(sound);
        assertThat(said()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void whatIsNotUnderstoodIsSaidInOneLine() {
        assertThat(run()).isEqualTo(ReadCommand.NOT_UNDERSTOOD);
        assertThat(complained()).startsWith("Usage:");
        assertThat(run("--yaml", folder)).isEqualTo(ReadCommand.NOT_UNDERSTOOD);
        assertThat(complained()).startsWith("mingjian: unknown option --yaml");
        assertThat(run(folder.resolve("none.png"))).isEqualTo(ReadCommand.NOT_UNDERSTOOD);
        assertThat(complained()).startsWith("mingjian: no such file or folder: ");
        assertThat(run("not\u0000a path")).isEqualTo(ReadCommand.NOT_UNDERSTOOD);
        assertThat(complained()).startsWith("mingjian: not a path: ");
        assertThat(run("--help")).isEqualTo(ReadCommand.READ);
        assertThat(said()).startsWith("Usage:");
    }

    @Test
    void everySampleOfALabelIsToldByTheCommandToo() throws IOException {
        Optional<Path> samples = SampleFiles.folder("labels");
        if (samples.isEmpty()) {
            return;
        }
        int checked = 0;
        for (List<String> row : SampleFiles.table(samples.get().resolve("manifest.csv"))) {
            if (row.get(3).startsWith("AIGC Label=1")) {
                run("--json", samples.get().resolve(row.get(0)));
                assertThat(finding(json().get("files").get(0), "GB_LABEL_CONFIRMED")).isNotNull();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(40);
    }
}
