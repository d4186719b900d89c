package io.mingjian.detection.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Frugal;
import io.mingjian.detection.media.HostileFiles;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to do harm, read as anybody's file is. Each is answered: with what was read, or that
 * something could not be; memory is counted, and a small heap suffices.
 */
class HostileFilesTest {
    /** Decoding 49 million pixels, thinned, takes the most of it. */
    private static final long BUDGET = 640 * Frugal.MIB;

    /** Made once, because packing gigabytes of nothing takes seconds. */
    private static Map<String, byte[]> bombs = Map.of();

    @TempDir Path folder;

    @BeforeAll
    static void makeBombs() {
        bombs = HostileFiles.bombs();
    }

    @AfterAll
    static void forgetBombs() {
        bombs = Map.of();
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsAnsweredWithinItsBudget() {
        return all().entrySet().stream()
                .map(f -> DynamicTest.dynamicTest(f.getKey(), () -> answered(f.getValue())));
    }

    private void answered(byte[] file) throws IOException {
        FileReading reading = Frugal.within(BUDGET, () -> read(file));
        assertThat(reading.entries()).isNotEmpty();
        assertThat(reading.entries())
                .noneMatch(entry -> entry.code().equals("ANALYZER_FAILED"))
                .allSatisfy(entry -> assertThat(entry.doesNotProve()).isNotBlank());
        assertThat(read(file).entries()).isEqualTo(reading.entries());
        Intake intake = EvidencePicture.open(file.clone());
        if (intake instanceof Intake.Accepted accepted) {
            Decoding decoding = Frugal.within(BUDGET, () -> accepted.picture().pixels());
            assertThat(decoding).isNotNull();
        } else {
            assertThat(((Intake.Refused) intake).zhDetail()).isNotBlank();
        }
    }

    @Test
    void aFileOfTwoKindsIsReadAsTheOneItBeginsWith() {
        Map<String, byte[]> files = HostileFiles.polyglots();
        assertThat(kind(files, "a picture and an archive")).hasValue(MediaKind.JPEG);
        assertThat(codes(files.get("a picture and an archive"))).contains("TRAILING_DATA");
        assertThat(kind(files, "a picture and a script")).hasValue(MediaKind.GIF);
        assertThat(kind(files, "a picture and a document")).hasValue(MediaKind.PNG);
        assertThat(EvidencePicture.open(files.get("a drawing called a picture")))
                .isInstanceOf(Intake.Refused.class);
    }

    @Test
    void bombsAreRefusedOrLeftUnread() {
        assertThat(refusal(bombs, "pixels in the head only"))
                .isEqualTo(Intake.Reason.TOO_MANY_PIXELS);
        assertThat(refusal(bombs, "frames in the head")).isEqualTo(Intake.Reason.TOO_MANY_FRAMES);
        for (String name :
                List.of(
                        "frames that are there",
                        "text",
                        "boxes in boxes",
                        "boxes beside boxes",
                        "members of an archive",
                        "segments")) {
            assertThat(codes(bombs.get(name))).as(name).contains("LIMIT");
        }
        assertThat(codes(bombs.get("entities"))).contains("DTD");
        assertThat(read(bombs.get("settings that never come")).isConclusive()).isTrue();
    }

    @Test
    void aPictureOfTenThousandScansIsNotDecoded() {
        EvidencePicture picture =
                ((Intake.Accepted) EvidencePicture.open(bombs.get("scans"))).picture();
        assertThat(picture.pixels())
                .isInstanceOfSatisfying(
                        Decoding.Undecodable.class, no -> assertThat(no.code()).isEqualTo("LIMIT"));
    }

    /** What a file says goes to a terminal; it must not steer it. */
    @Test
    void scriptsInMetadataStayText() throws IOException {
        byte[] file = HostileFiles.polyglots().get("a picture whose metadata are a script");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path path = Files.write(folder.resolve("script.jpg"), file);
        new ReadCommand(new PrintStream(out, false, UTF_8), new PrintStream(out, false, UTF_8))
                .run(path.toString());
        assertThat(out.toString(UTF_8)).doesNotContain("\u001b");
    }

    /** A reader that kept what a file claims would not end well here. */
    @Test
    void allOfThemAreReadInASmallHeap() throws IOException, InterruptedException {
        int n = 0;
        for (byte[] file : all().values()) {
            // Decoding is measured above; here pictures are left out that have many pixels.
            if (file.length < 4 << 20) {
                Files.write(folder.resolve("%02d.bin".formatted(n++)), file);
            }
        }
        Path report = folder.resolveSibling(folder.getFileName() + ".json");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "--json",
                                folder.toString())
                        .redirectOutput(report.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isEqualTo(ReadCommand.INCONCLUSIVE);
        JsonNode files = new ObjectMapper().readTree(report.toFile()).get("files");
        assertThat(files).hasSize(n);
        Files.delete(report);
    }

    private static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>(HostileFiles.polyglots());
        all.putAll(bombs);
        all.putAll(HostileFiles.lies());
        return all;
    }

    private static FileReading read(byte[] file) {
        try {
            Path path = Files.createTempFile("hostile", ".jpg");
            try {
                Files.write(path, file);
                return FileReading.of(path, AnalyzerPanel.LABELS);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> codes(byte[] file) {
        List<String> codes = new ArrayList<>();
        read(file).entries().forEach(entry -> codes.add(entry.code()));
        return codes;
    }

    private static Optional<MediaKind> kind(Map<String, byte[]> files, String name) {
        return read(files.get(name)).kind();
    }

    private static Intake.Reason refusal(Map<String, byte[]> files, String name) {
        return ((Intake.Refused) EvidencePicture.open(files.get(name))).reason();
    }
}
