package io.mingjian.detection.checking;

import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.HostileFiles;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    /** Reading text takes networks that other tests load. */
    private static final List<Analyzer> PANEL =
            AnalyzerPanel.ALL.stream()
                    .filter(analyzer -> !analyzer.id().name().equals("visible-label"))
                    .toList();

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        return new CheckCommand(stream(out), stream(err), PANEL)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    @Test
    void anOrdinaryPictureHasTheWholePromisedShapeAndShowsNoSign() throws IOException {
        Path picture = file("picture.jpg", jpeg(goods(400, 300, 11), 0.9));
        assertThat(run("--json", picture)).isEqualTo(Status.DONE);
        assertThat(json().fieldNames())
                .toIterable()
                .containsExactly("format", "fusionVersion", "panel", "files");
        assertThat(json().get("format").asText()).isEqualTo("mingjian-check/1");
        JsonNode checked = json().get("files").get(0);
        assertThat(checked.fieldNames())
                .toIterable()
                .containsExactly(
                        "path",
                        "bytes",
                        "sha256",
                        "kind",
                        "band",
                        "bandName",
                        "summary",
                        "labelVerdict",
                        "labelTamperingSuspected",
                        "signals",
                        "contradictions",
                        "askNext",
                        "notes",
                        "matches");
        assertThat(checked.get("band").asText()).isEqualTo("NO_SIGN");
        assertThat(checked.get("summary").asText()).contains("不表示图像真实");
        for (JsonNode signal : checked.get("signals")) {
            assertThat(signal.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "code",
                            "analyzer",
                            "strength",
                            "strengthName",
                            "weight",
                            "supports",
                            "doesNotProve",
                            "regions",
                            "facts");
            assertThat(signal.get("doesNotProve").asText()).isNotBlank();
        }
        assertThat(checked.get("signals").findValuesAsText("code")).contains("SATURATION_MEASURED");
    }

    @Test
    void thePictureCroppedAndSavedAgainIsToldOfBothFilesWithItsGeometry() throws IOException {
        BufferedImage picture = goods(800, 600, 12);
        file("in/a.jpg", jpeg(picture, 0.95));
        file("in/b.jpg", jpeg(picture.getSubimage(80, 60, 640, 480), 0.8));
        file("in/c.jpg", jpeg(goods(800, 600, 13), 0.9));
        assertThat(run("--json", folder.resolve("in"))).isEqualTo(Status.DONE);
        JsonNode files = json().get("files");
        assertThat(files.findValuesAsText("band"))
                .containsExactly("DECLARED_OR_REUSED", "DECLARED_OR_REUSED", "NO_SIGN");
        JsonNode ofTheWhole = files.get(0).get("matches").get(0);
        JsonNode ofTheCrop = files.get(1).get("matches").get(0);
        assertThat(ofTheWhole.get("path").asText()).endsWith("b.jpg");
        assertThat(ofTheCrop.get("path").asText()).endsWith("a.jpg");
        assertThat(ofTheCrop.get("kind").asText()).isEqualTo("CROPPED");
        assertThat(ofTheCrop.get("inliers").asInt()).isGreaterThan(10);
        assertThat(ofTheCrop.get("turn").asText()).isEqualTo("NONE");
        assertThat(ofTheCrop.get("transform").get(0).asDouble()).isEqualTo(0.8, within(0.02));
        assertThat(ofTheCrop.get("transform").get(2).asDouble()).isEqualTo(0.1, within(0.02));
        assertThat(ofTheWhole.get("transform").get(0).asDouble()).isEqualTo(1.25, within(0.03));
        assertThat(ofTheWhole.get("here").get("x").asDouble()).isEqualTo(0.1, within(0.05));
        assertThat(ofTheWhole.get("here")).isEqualTo(ofTheCrop.get("there"));
        JsonNode line = files.get(1).get("signals").get(0);
        assertThat(line.get("code").asText()).isEqualTo("REUSED_IN_OTHER_MATTER");
        assertThat(line.get("supports").asText()).contains("特征点");
        assertThat(line.get("facts").get("inliers")).isEqualTo(ofTheCrop.get("inliers"));
        assertThat(line.get("regions")).hasSize(1);
    }

    @Test
    void aFolderNamedByALinkIsNotTakenForAnEmptyOne() throws IOException {
        file("in/a.jpg", jpeg(goods(300, 200, 19), 0.9));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
        assertThat(run("--json", link)).isEqualTo(Status.DONE);
        assertThat(json().get("files").findValuesAsText("path"))
                .containsExactly(link.resolve("a.jpg").toString());
    }

    @Test
    void theSummaryTellsAmongWhatTheSamePictureWasLookedFor() throws IOException {
        Path one = file("one.jpg", jpeg(goods(300, 200, 27), 0.9));
        Path two = file("two.jpg", jpeg(goods(300, 200, 28), 0.9));
        run("--json", one);
        assertThat(summary()).contains("只给出一份文件", "未作查重").doesNotContain("未见重复使用", "或重复使用");
        run("--json", one, two);
        assertThat(summary()).contains("在本次给出的文件之间未见重复使用的迹象", "未与其他任何图片查对").doesNotContain("或重复使用");
    }

    private String summary() throws IOException {
        return json().get("files").get(0).get("summary").asText();
    }

    @Test
    void noFileIsAReuseOfItself() throws IOException {
        Path picture = file("claims/a.jpg", jpeg(goods(300, 200, 20), 0.9));
        Path claims = folder.resolve("claims");
        Path link = Files.createSymbolicLink(folder.resolve("link"), claims);
        assertThat(run("--json", claims, picture, picture, link, link.resolve("a.jpg")))
                .isEqualTo(Status.DONE);
        JsonNode files = json().get("files");
        assertThat(files.findValuesAsText("path")).containsExactly(picture.toString());
        assertThat(files.findValuesAsText("band")).containsExactly("NO_SIGN");
        assertThat(files.get(0).get("matches")).isEmpty();
    }

    @Test
    void thePictureInsideADocumentIsFoundThere() throws IOException {
        BufferedImage picture = goods(500, 400, 21);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("word/media/image1.jpg", jpeg(goods(700, 500, 22), 0.9));
        members.put("word/media/image2.jpg", jpeg(picture, 0.8));
        file("in/a.docx", DocumentSmith.docx(members));
        file("in/b.jpg", jpeg(picture, 0.95));
        file("in/c.jpg", jpeg(goods(500, 400, 23), 0.9));
        assertThat(run("--json", folder.resolve("in"))).isEqualTo(Status.DONE);
        JsonNode files = json().get("files");
        assertThat(files.findValuesAsText("band"))
                .containsExactly("DECLARED_OR_REUSED", "DECLARED_OR_REUSED", "NO_SIGN");
        assertThat(files.get(0).get("matches").get(0).get("path").asText()).endsWith("b.jpg");
        JsonNode ofThePicture = files.get(1).get("matches").get(0);
        assertThat(ofThePicture.get("path").asText()).endsWith("a.docx");
        assertThat(ofThePicture.get("otherPlace").asText()).isEqualTo("嵌入图片 word/media/image2.jpg");
        assertThat(ofThePicture.has("place")).isFalse();
        JsonNode ofTheDocument = files.get(0);
        assertThat(ofTheDocument.get("matches").get(0).get("place"))
                .isEqualTo(ofThePicture.get("otherPlace"));
        assertThat(ofTheDocument.get("signals").get(0).get("supports").asText())
                .contains("本文档中为：嵌入图片 word/media/image2.jpg。");
        assertThat(ofTheDocument.get("signals").get(0).get("regions")).isEmpty();
        run(folder.resolve("in"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("；本文档中为：嵌入图片 word/media/image2.jpg\n")
                .contains("；另一文档中为：嵌入图片 word/media/image2.jpg\n");
    }

    @Test
    void thePictureInAFilmIsFoundThereWithItsSecond() throws IOException {
        assumeTrue(FilmSmith.isHere());
        BufferedImage later = goods(320, 240, 26);
        List<byte[]> scenes =
                new ArrayList<>(Collections.nCopies(8, FilmSmith.rgb(goods(320, 240, 25))));
        scenes.addAll(Collections.nCopies(8, FilmSmith.rgb(later)));
        file("in/a.mp4", FilmSmith.of(scenes, 320, 240, 8, "mp4", "-c:v", "mpeg4", "-q:v", "3"));
        file("in/b.jpg", jpeg(later, 0.9));
        run("--json", folder.resolve("in"));
        JsonNode files = json().get("files");
        JsonNode ofTheFilm = files.get(0).get("matches").get(0);
        JsonNode ofThePicture = files.get(1).get("matches").get(0);
        assertThat(ofTheFilm.get("second").asDouble()).isBetween(0.9, 1.3);
        assertThat(ofTheFilm.has("otherSecond")).isFalse();
        assertThat(ofThePicture.get("otherSecond")).isEqualTo(ofTheFilm.get("second"));
        assertThat(ofThePicture.has("second")).isFalse();
        JsonNode lineOfTheFilm = files.get(0).get("signals").get(0);
        assertThat(lineOfTheFilm.get("code").asText()).isEqualTo("REUSED_IN_OTHER_MATTER");
        assertThat(lineOfTheFilm.get("supports").asText()).contains("本视频中约为第 ");
        assertThat(lineOfTheFilm.get("facts").get("second")).isEqualTo(ofTheFilm.get("second"));
        assertThat(lineOfTheFilm.get("regions"))
                .as("the first picture, which people see, is another one")
                .isEmpty();
        assertThat(files.get(1).get("signals").get(0).get("regions")).hasSize(1);
    }

    @Test
    void theVerySameFileIsTheClosest() throws IOException {
        BufferedImage saved = PictureDrawer.read(jpeg(goods(400, 300, 24), 0.9));
        file("in/a.bmp.png", png(saved));
        file("in/b.jpg", jpeg(goods(400, 300, 24), 0.9));
        file("in/c.jpg", jpeg(goods(400, 300, 24), 0.9));
        assertThat(run("--json", folder.resolve("in"))).isEqualTo(Status.DONE);
        JsonNode last = json().get("files").get(2);
        assertThat(last.get("matches").findValuesAsText("kind"))
                .containsExactly("IDENTICAL_FILE", "SAME_PICTURE");
        assertThat(last.get("matches").get(1).get("distance").asInt()).isZero();
    }

    @Test
    void withinOneMatterCopiesAreListedAndWeighNothing() throws IOException {
        byte[] picture = jpeg(goods(400, 300, 14), 0.9);
        Path one = file("one.jpg", picture);
        Path two = file("two.jpg", picture);
        assertThat(run("--json", "--one-matter", one, two)).isEqualTo(Status.DONE);
        JsonNode second = json().get("files").get(1);
        assertThat(second.get("band").asText()).isEqualTo("NO_SIGN");
        assertThat(second.get("matches").findValuesAsText("kind"))
                .containsExactly("IDENTICAL_FILE");
        assertThat(second.get("summary").asText())
                .contains("本次给出的文件属于同一事项")
                .doesNotContain("未见重复使用", "或重复使用");
        assertThat(second.get("signals").findValuesAsText("code"))
                .contains("REUSED_IN_SAME_MATTER");
    }

    @Test
    void whatCannotBeReadIsInconclusiveAndDoesNotEndTheOthers() throws IOException {
        file("in/a.txt", "plain words".getBytes(StandardCharsets.UTF_8));
        file("in/b.png", Arrays.copyOf(png(goods(300, 200, 15)), 90));
        file("in/c.jpg", new byte[0]);
        file("in/d.jpg", jpeg(goods(300, 200, 16), 0.9));
        assertThat(run("--json", folder.resolve("in"))).isEqualTo(Status.INCONCLUSIVE);
        assertThat(json().get("files").findValuesAsText("band"))
                .containsExactly("INCONCLUSIVE", "INCONCLUSIVE", "INCONCLUSIVE", "NO_SIGN");
    }

    /** The heavy ones are read by the tests of {@code read}, which has the same readers. */
    @Test
    void filesMadeToDoHarmAreAllAnswered() throws IOException {
        Map<String, byte[]> hostile = new LinkedHashMap<>(HostileFiles.polyglots());
        hostile.putAll(HostileFiles.lies());
        int written = 0;
        for (byte[] bytes : hostile.values()) {
            if (bytes.length < 256 << 10) {
                file("in/%03d.bin".formatted(written++), bytes);
            }
        }
        assertThat(written).isGreaterThan(10);
        assertThat(run("--json", folder.resolve("in"))).isEqualTo(Status.INCONCLUSIVE);
        assertThat(json().get("files")).hasSize(written);
        assertThat(json().findValuesAsText("code"))
                .doesNotContain("EXAMINATION_FAILED", "ANALYZER_FAILED");
    }

    @Test
    void theSameFilesGiveTheSameJson() throws IOException {
        file("in/a.jpg", jpeg(goods(300, 200, 17), 0.9));
        file("in/b.jpg", jpeg(goods(300, 200, 17), 0.7));
        run("--json", folder.resolve("in"));
        byte[] first = out.toByteArray();
        run("--json", folder.resolve("in"));
        assertThat(out.toByteArray()).isEqualTo(first);
    }

    @Test
    void wordsSayWhatIsNotProvedAndMoveNoCursor() throws IOException {
        Path picture = file("a\u001b[2Jb.jpg", jpeg(goods(300, 200, 18), 0.9));
        assertThat(run(picture)).isEqualTo(Status.DONE);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(said).contains("未见迹象", "不能证明：", "下一步：", "不构成对事实的认定").doesNotContain("\u001b");
        assertThat(err.size()).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run()).isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(run("--jsno", folder)).isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("unknown option --jsno");
        assertThat(run(folder.resolve("nothing"))).isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(run(folder, "not\u0000a path")).isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("mingjian: not a path: ");
        assertThat(run("--help")).isEqualTo(Status.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: mingjian check");
    }
}
