package io.mingjian.detection.checking;

import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.media.FilmSmith;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReuseCommandTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        out.reset();
        err.reset();
        return new ReuseCommand(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8))
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static BufferedImage quarterRight(BufferedImage picture) {
        int width = picture.getHeight();
        BufferedImage turned =
                new BufferedImage(width, picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                turned.setRGB(width - 1 - y, x, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    @Test
    void changedCopiesAreFoundWithDistanceKeyPointsAndMapping() throws IOException {
        BufferedImage picture = goods(700, 520, 31);
        file("index/a.jpg", jpeg(picture, 0.9));
        file("index/b.jpg", jpeg(goods(700, 520, 32), 0.9));
        file("query/crop.jpg", jpeg(picture.getSubimage(70, 50, 560, 420), 0.8));
        file("query/other.jpg", jpeg(goods(700, 520, 33), 0.9));
        file("query/turned.jpg", jpeg(quarterRight(picture), 0.8));
        int status =
                run(
                        "--index",
                        folder.resolve("index"),
                        "--query",
                        folder.resolve("query"),
                        "--json");
        assertThat(status).isEqualTo(Status.DONE);
        assertThat(json().get("format").asText()).isEqualTo("mingjian-reuse/1");
        assertThat(json().get("index").get("searchable").asInt()).isEqualTo(2);
        JsonNode queries = json().get("queries");
        assertThat(queries.findValuesAsText("outcome"))
                .containsExactly("FOUND", "NOT_FOUND", "FOUND");
        assertThat(queries.get(0).get("pdq").asText()).matches("[0-9a-f]{64}");
        JsonNode crop = queries.get(0).get("matches").get(0);
        assertThat(crop.fieldNames())
                .toIterable()
                .containsExactly(
                        "path",
                        "samePicture",
                        "kind",
                        "kindName",
                        "distance",
                        "agreement",
                        "inliers",
                        "turn",
                        "turnName",
                        "transform",
                        "here",
                        "there");
        assertThat(crop.get("path").asText()).endsWith("a.jpg");
        assertThat(crop.get("kind").asText()).isEqualTo("CROPPED");
        assertThat(crop.get("samePicture").asBoolean()).isTrue();
        assertThat(crop.get("transform")).hasSize(9);
        JsonNode turned = queries.get(2).get("matches").get(0);
        assertThat(turned.get("kind").asText()).isEqualTo("TURNED");
        assertThat(turned.get("turn").asText()).isEqualTo("QUARTER_LEFT");
    }

    @Test
    void aFilmIsFoundByAnyOfItsScenesAndIsSearchedForByAllOfThem() throws IOException {
        if (!FilmSmith.isHere()) {
            return;
        }
        BufferedImage later = goods(640, 480, 36);
        file("film/a.mp4", film(goods(640, 480, 35), later));
        file("pictures/b.jpg", jpeg(later, 0.8));
        file("pictures/c.jpg", jpeg(goods(640, 480, 37), 0.8));
        Path film = folder.resolve("film");
        Path pictures = folder.resolve("pictures");
        assertThat(run("--index", film, "--query", pictures, "--json")).isEqualTo(Status.DONE);
        assertThat(json().get("index").get("searchable").asInt()).isEqualTo(1);
        assertThat(json().get("queries").findValuesAsText("outcome"))
                .containsExactly("FOUND", "NOT_FOUND");
        assertThat(run("--index", pictures, "--query", film, "--json")).isEqualTo(Status.DONE);
        JsonNode matches = json().get("queries").get(0).get("matches");
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).get("path").asText()).endsWith("b.jpg");
    }

    /** Two seconds of each. */
    private static byte[] film(BufferedImage... scenes) {
        List<byte[]> pictures = new ArrayList<>();
        for (BufferedImage scene : scenes) {
            pictures.addAll(Collections.nCopies(10, FilmSmith.rgb(scene)));
        }
        return FilmSmith.of(
                pictures, 640, 480, 5, "mp4", "-c:v", "libopenh264", "-b:v", "2000k", "-g", "5");
    }

    @Test
    void inOneFolderCopiesAreFoundAndNoFileIsItsOwnMatch() throws IOException {
        byte[] picture = jpeg(goods(400, 300, 34), 0.9);
        file("a.jpg", picture);
        file("b.jpg", picture);
        assertThat(run("--json", "--index", folder, "--query", folder)).isEqualTo(Status.DONE);
        JsonNode queries = json().get("queries");
        assertThat(queries).hasSize(2);
        for (JsonNode query : queries) {
            assertThat(query.get("matches").findValuesAsText("kind"))
                    .containsExactly("IDENTICAL_FILE");
            assertThat(query.get("matches").get(0).get("path").asText())
                    .isNotEqualTo(query.get("path").asText());
        }
    }

    @Test
    void whatCannotBeComparedIsNamedAndShowsInTheStatus() throws IOException {
        Path text = file("index/a.txt", "words".getBytes(StandardCharsets.UTF_8));
        Path plain =
                file(
                        "query/plain.jpg",
                        jpeg(new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB), 0.9));
        assertThat(run("--json", "--index", text, "--query", plain)).isEqualTo(Status.INCONCLUSIVE);
        JsonNode trouble = json().get("index").get("notSearchable").get(0);
        assertThat(trouble.get("code").asText()).isEqualTo("NOT_A_PICTURE");
        JsonNode query = json().get("queries").get(0);
        assertThat(query.get("outcome").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(query.get("code").asText()).isEqualTo("TOO_PLAIN");
        assertThat(run("--index", text, "--query", plain)).isEqualTo(Status.INCONCLUSIVE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("不说明由谁先取得");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run("--index", folder)).isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(run(folder, "--index", folder, "--query", folder))
                .isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(run("--index", folder, "--query", folder.resolve("nothing")))
                .isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such file or folder");
        assertThat(run("-h")).isEqualTo(Status.DONE);
    }
}
