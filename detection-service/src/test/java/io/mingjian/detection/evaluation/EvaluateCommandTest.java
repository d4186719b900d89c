package io.mingjian.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.model.PixelModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    /** Answers a growing number, and says nothing about the fourth picture. */
    private static final String TOOL =
            "n=0; while read -r p; do n=$((n+1)); if [ $n = 4 ]; then s=null; else s=0.$n; fi;"
                    + " printf '{\"path\":\"%s\",\"score\":%s}\\n' \"$p\" \"$s\"; done";

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new EvaluateCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private Path manifest() throws IOException {
        StringBuilder csv = new StringBuilder("path,label,generator,source,split\n");
        for (int i = 0; i < 6; i++) {
            String name = "p" + i + ".jpg";
            Files.write(
                    folder.resolve(name),
                    PictureDrawer.jpeg(PictureDrawer.goods(220, 160, i), 0.9));
            csv.append(name)
                    .append(i % 2 == 0 ? ",real,camera," : ",ai,\"maker, new\",")
                    .append("twins@1:" + name + ",dev\n");
        }
        Path manifest = folder.resolve("manifest.csv");
        Files.writeString(manifest, csv);
        return manifest;
    }

    private JsonNode evaluated(String name, String... more) throws IOException {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "--manifest";
        arguments[1] = manifest().toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve(name).toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return new ObjectMapper().readTree(folder.resolve(name).resolve("table.json").toFile());
    }

    @Test
    void everyScoreIsMeasuredAfterEveryStepWithItsControls() throws IOException {
        JsonNode table = evaluated("a", "--launder", "jpeg70,untouched", "--tool", "shell=" + TOOL);
        assertThat(table.path("format").asText()).isEqualTo("mingjian-evaluation/1");
        assertThat(table.path("pictures").path("ai").asInt()).isEqualTo(3);
        assertThat(table.path("lines").findValuesAsText("score"))
                .contains("pixel-model", "saturation.meanSaturation", "shell");
        assertThat(table.path("lines").findValuesAsText("step"))
                .contains("untouched", "matched", "jpeg70");
        assertThat(table.path("lines").findValuesAsText("split")).contains(Reckoning.LEAKY);
        assertThat(table.path("twins").findValuesAsText("generator")).contains("twins@1");
        assertThat(table.path("gates").findValuesAsText("passed")).doesNotContain("true");
        assertThat(table.path("costs").findValuesAsText("name")).contains("decoding", "all");
        for (JsonNode cost : table.path("costs")) {
            boolean learned = List.of("pixel-model", "all").contains(cost.path("name").asText());
            assertThat(cost.path("modelBytes").asLong())
                    .as(cost.path("name").asText())
                    .isEqualTo(learned ? shippedModel() : 0);
        }
        JsonNode foreign = line(table, "shell", "all", "untouched");
        assertThat(foreign.path("generated").asInt() + foreign.path("real").asInt()).isEqualTo(5);
        assertThat(folder.resolve("a/table.csv")).content().contains("\"maker, new\"");
        assertThat(folder.resolve("a/table.md")).content().contains("## Gates");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("| pixel-model |");
    }

    private static long shippedModel() throws IOException {
        try (InputStream model = PixelModel.class.getResourceAsStream("pixel-model.onnx")) {
            return Objects.requireNonNull(model).readAllBytes().length;
        }
    }

    private static JsonNode line(JsonNode table, String score, String generator, String step) {
        for (JsonNode line : table.path("lines")) {
            if (line.path("score").asText().equals(score)
                    && line.path("generator").asText().equals(generator)
                    && line.path("step").asText().equals(step)) {
                return line;
            }
        }
        throw new AssertionError(score + " after " + step + " is missing");
    }

    @Test
    void theSameSeedGivesTheSameTable() throws IOException {
        JsonNode first = evaluated("a", "--limit", "2", "--launder", "crop75");
        JsonNode again = evaluated("b", "--limit", "2", "--launder", "crop75");
        assertThat(first.path("lines")).isEqualTo(again.path("lines"));
        assertThat(first.path("pictures").path("real").asInt()).isEqualTo(2);
    }

    @Test
    void whatFailsIsToldAndTheRestIsMeasured() throws IOException {
        Path manifest = manifest();
        Files.writeString(folder.resolve("p1.jpg"), "no picture");
        assertThat(
                        run(
                                "--manifest",
                                manifest.toString(),
                                "--out",
                                folder.resolve("o").toString(),
                                "--tool",
                                "gone=exit 3"))
                .isEqualTo(EvaluateCommand.INCOMPLETE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("gone failed", "p1.jpg");
        assertThat(folder.resolve("o/table.json")).exists();
    }

    @Test
    void aManifestAsExcelSavesItIsRead() throws IOException {
        Path manifest = manifest();
        Files.writeString(manifest, "\uFEFF" + Files.readString(manifest).replace("\n", "\r\n"));
        assertThat(run("--manifest", manifest.toString(), "--out", folder.resolve("o").toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(EvaluateCommand.MEASURED);
    }

    @Test
    void whereNothingCanBeReadNothingIsWritten() throws IOException {
        Path manifest = manifest();
        for (int i = 0; i < 6; i++) {
            Files.delete(folder.resolve("p" + i + ".jpg"));
        }
        String out = folder.resolve("o").toString();
        assertThat(run("--manifest", manifest.toString(), "--out", out))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        Path heading = folder.resolve("heading.csv");
        Files.writeString(heading, "path,label,generator,source\n\n");
        assertThat(run("--manifest", heading.toString(), "--out", out))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        Path foreign = folder.resolve("foreign.csv");
        Files.write(foreign, "path,label,generator,source\n照片,real,,\n".getBytes("GB18030"));
        assertThat(run("--manifest", foreign.toString(), "--out", out))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "p0.jpg",
                        "no picture of the manifest can be read",
                        "the manifest names no picture",
                        "the manifest is not text in UTF-8");
        assertThat(folder.resolve("o/table.json")).doesNotExist();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() throws IOException {
        String out = folder.resolve("o").toString();
        String manifest = manifest().toString();
        assertThat(run("--manifest", manifest)).isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(run("--manifest", manifest, "--out", out, "--launder", "soap"))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(run("--manifest", manifest, "--out", out, "--limit", "0"))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(run("--manifest", manifest, "--out", out, "--tool", "x"))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(run("--manifest", folder.resolve("none.csv").toString(), "--out", out))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        Files.writeString(folder.resolve("bad.csv"), "path,label\nx,real\n");
        assertThat(run("--manifest", folder.resolve("bad.csv").toString(), "--out", out))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(run("--manifest", "not\u0000a path", "--out", out))
                .isEqualTo(EvaluateCommand.NOT_UNDERSTOOD);
        assertThat(run("--help")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("soap", "generator", "mingjian: not a path: ");
    }
}
