package io.mingjian.detection.checking;

import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FilmSmith;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
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

    private String words() {
        return out.toString(StandardCharsets.UTF_8);
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
    void foldersNamedByLinksAreNotTakenForEmptyOnes() throws IOException {
        BufferedImage picture = goods(400, 300, 30);
        file("index/a.jpg", jpeg(picture, 0.9));
        file("query/b.jpg", jpeg(picture, 0.7));
        Path index = Files.createSymbolicLink(folder.resolve("i"), folder.resolve("index"));
        Path query = Files.createSymbolicLink(folder.resolve("q"), folder.resolve("query"));
        assertThat(run("--index", index, "--query", query, "--json")).isEqualTo(Status.DONE);
        assertThat(json().get("index").get("files").asInt()).isEqualTo(1);
        assertThat(json().get("queries").findValuesAsText("outcome")).containsExactly("FOUND");
    }

    @Test
    void noFileIsAMatchOfItselfAlsoWhereALinkLeadsToIt() throws IOException {
        file("all/a.jpg", jpeg(goods(400, 300, 28), 0.9));
        Path all = folder.resolve("all");
        Path link = Files.createSymbolicLink(folder.resolve("link"), all);
        assertThat(run("--index", all, "--query", link, "--json")).isEqualTo(Status.DONE);
        assertThat(json().get("queries").findValuesAsText("outcome")).containsExactly("NOT_FOUND");
        assertThat(json().get("queries").get(0).get("matches")).isEmpty();
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
        JsonNode inFilm = json().get("queries").get(0).get("matches").get(0);
        assertThat(inFilm.get("otherSecond").asDouble()).isBetween(1.9, 2.6);
        assertThat(inFilm.has("second")).isFalse();
        assertThat(run("--index", pictures, "--query", film, "--json")).isEqualTo(Status.DONE);
        JsonNode matches = json().get("queries").get(0).get("matches");
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).get("path").asText()).endsWith("b.jpg");
        assertThat(matches.get(0).get("second").asDouble()).isBetween(1.9, 2.6);
        assertThat(matches.get(0).has("otherSecond")).isFalse();
        assertThat(run("--index", pictures, "--query", film)).isEqualTo(Status.DONE);
        assertThat(words()).containsPattern("；本视频约第 2(\\.\\d)? 秒\n");
    }

    @Test
    void aPictureIsFoundInDocumentsAndDocumentsByItWithItsPlace() throws IOException {
        BufferedImage picture = goods(600, 450, 41);
        Path scan = file("documents/a.pdf", DocumentSmith.pdf(jpeg(picture, 0.8)));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("word/media/image1.jpg", jpeg(goods(800, 600, 42), 0.9));
        members.put("word/media/image2.jpg", jpeg(picture.getSubimage(40, 30, 520, 390), 0.8));
        Path letter = file("documents/b.docx", DocumentSmith.docx(members));
        file("documents/c.pdf", DocumentSmith.pdf(jpeg(goods(600, 450, 43), 0.8)));
        Path known = file("known.jpg", jpeg(picture, 0.95));
        Path documents = folder.resolve("documents");

        assertThat(run("--json", "--index", documents, "--query", known)).isEqualTo(Status.DONE);
        assertThat(json().get("index").get("searchable").asInt()).isEqualTo(3);
        JsonNode matches = json().get("queries").get(0).get("matches");
        assertThat(matches.findValuesAsText("path"))
                .containsExactly(scan.toString(), letter.toString());
        assertThat(matches.findValuesAsText("otherPlace"))
                .containsExactly("第 1 页嵌入图片 1", "嵌入图片 word/media/image2.jpg");
        assertThat(matches.findValues("place")).isEmpty();

        assertThat(run("--json", "--index", known, "--query", documents)).isEqualTo(Status.DONE);
        JsonNode queries = json().get("queries");
        assertThat(queries.findValuesAsText("outcome"))
                .containsExactly("FOUND", "FOUND", "NOT_FOUND");
        assertThat(queries.findValuesAsText("place"))
                .containsExactly("第 1 页嵌入图片 1", "嵌入图片 word/media/image2.jpg");
        assertThat(queries.findValues("otherPlace")).isEmpty();

        assertThat(run("--index", scan, "--query", letter)).isEqualTo(Status.DONE);
        assertThat(words()).contains("；本文档中为：嵌入图片 word/media/image2.jpg；另一文档中为：第 1 页嵌入图片 1\n");
    }

    @Test
    void aDocumentWithNothingToSearchForSaysSo() throws IOException {
        Path logo =
                file("logo.docx", DocumentSmith.docx("word/media/a.png", png(goods(300, 90, 44))));
        Path empty = file("empty.docx", DocumentSmith.docx(Map.of()));
        assertThat(run("--json", "--index", logo, "--query", empty)).isEqualTo(Status.INCONCLUSIVE);
        assertThat(json().get("index").get("searchable").asInt()).isZero();
        JsonNode trouble = json().get("index").get("notSearchable").get(0);
        assertThat(trouble.get("code").asText()).isEqualTo("NOT_SEARCHED");
        assertThat(trouble.get("reason").asText()).contains("有 1 幅短边不足 240 像素");
        JsonNode query = json().get("queries").get(0);
        assertThat(query.get("outcome").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(query.get("code").asText()).isEqualTo("NOT_SEARCHED");
        assertThat(query.get("pdq").asText()).isEmpty();
        assertThat(run("--index", logo, "--query", empty)).isEqualTo(Status.INCONCLUSIVE);
        assertThat(words())
                .contains("不可按画面查找 " + logo, "未判定：文档中没有可读取的嵌入图片。只按文件内容比对。")
                .doesNotContain("未找到同一画面");
    }

    @Test
    void aLogoThatIsLeftOutLeavesNothingOpen() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("word/media/a.png", png(goods(400, 300, 49)));
        members.put("word/media/logo.png", png(goods(300, 90, 50)));
        Path letter = file("letter.docx", DocumentSmith.docx(members));
        Path other = file("other.jpg", jpeg(goods(400, 300, 51), 0.9));
        assertThat(run("--json", "--index", letter, "--query", other, letter))
                .isEqualTo(Status.DONE);
        JsonNode part = json().get("queries").get(1);
        assertThat(part.get("outcome").asText()).isEqualTo("NOT_FOUND");
        assertThat(part.get("notAllSearched").get("reason").asText()).contains("有 1 幅短边不足 240 像素");
    }

    @Test
    void whatOfADocumentCannotBeReadIsToldAndLeavesItOpen() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("word/media/a.png", png(goods(400, 300, 45)));
        members.put("word/media/logo.png", png(goods(300, 90, 46)));
        members.put("word/media/torn.png", Arrays.copyOf(png(goods(400, 300, 47)), 90));
        Path letter = file("letter.docx", DocumentSmith.docx(members));
        Path other = file("other.jpg", jpeg(goods(400, 300, 48), 0.9));
        assertThat(run("--json", "--index", letter, "--query", other, letter))
                .isEqualTo(Status.INCONCLUSIVE);
        JsonNode index = json().get("index");
        assertThat(index.get("searchable").asInt()).isEqualTo(1);
        assertThat(index.get("notSearchable")).isEmpty();
        JsonNode left = index.get("notAllSearched").get(0);
        assertThat(left.get("path").asText()).isEqualTo(letter.toString());
        assertThat(left.get("code").asText()).isEqualTo("NOT_ALL_SEARCHED");
        assertThat(left.get("reason").asText()).contains("有 1 幅短边不足 240 像素", "有 1 处未能读取或解码");
        JsonNode whole = json().get("queries").get(0);
        assertThat(whole.has("notAllSearched")).isFalse();
        JsonNode part = json().get("queries").get(1);
        assertThat(part.get("outcome").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(part.has("code")).isFalse();
        assertThat(part.get("notAllSearched").get("reason")).isEqualTo(left.get("reason"));
        run("--index", letter, "--query", letter);
        assertThat(words()).contains("部分画面不可查找 " + letter, "部分画面未比对：文档中的嵌入图片有 1 幅");
    }

    @Test
    void aSharedBackgroundIsNoFindAndLeavesWhatCouldNotBeReadOpen() throws IOException {
        Path known = file("known.png", png(dish(1001)));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("word/media/a.png", png(dish(1002)));
        Path whole = file("whole.docx", DocumentSmith.docx(members));
        members.put("word/media/torn.png", Arrays.copyOf(png(goods(400, 300, 52)), 90));
        Path torn = file("torn.docx", DocumentSmith.docx(members));
        assertThat(run("--json", "--index", known, "--query", whole, torn))
                .isEqualTo(Status.INCONCLUSIVE);
        JsonNode queries = json().get("queries");
        assertThat(queries.findValuesAsText("kind"))
                .containsExactly("SAME_BACKGROUND", "SAME_BACKGROUND");
        assertThat(queries.findValuesAsText("outcome"))
                .containsExactly("NOT_FOUND", "INCONCLUSIVE");
        assertThat(run("--index", known, "--query", torn)).isEqualTo(Status.INCONCLUSIVE);
        assertThat(words()).contains("背景相同的不同图片").doesNotContain("未找到同一画面");
        assertThat(run("--index", known, "--query", whole)).isEqualTo(Status.DONE);
        assertThat(words()).contains("背景相同的不同图片", "未找到同一画面");
    }

    /** One table, and on it one large dish. */
    private static BufferedImage dish(long seed) {
        BufferedImage image = goods(640, 480, 500);
        Graphics2D g = image.createGraphics();
        g.setClip(new Ellipse2D.Double(110, 60, 420, 360));
        g.drawImage(goods(640, 480, seed), 0, 0, null);
        g.dispose();
        return image;
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
        assertThat(words()).contains("不说明由谁先取得");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run("--index", folder)).isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(run(folder, "--index", folder, "--query", folder))
                .isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(run("--index", folder, "--query", folder.resolve("nothing")))
                .isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such file or folder");
        assertThat(run("--index", folder, "--query", "not\u0000a path"))
                .isEqualTo(Status.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("mingjian: not a path: ");
        assertThat(run("-h")).isEqualTo(Status.DONE);
    }
}
