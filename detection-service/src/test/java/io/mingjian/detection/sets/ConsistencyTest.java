package io.mingjian.detection.sets;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Signal;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.sets.EvidenceTraces.Look;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsistencyTest {
    private static final ReusePrint GOODS = print(dish(500, 1001));
    private static final ReusePrint OTHER_DISH = print(dish(500, 1002));
    private static final ReusePrint ELSEWHERE = print(PictureDrawer.goods(640, 480, 77));

    /** One table, and on it one large dish. */
    private static BufferedImage dish(int table, int dish) {
        BufferedImage image = PictureDrawer.goods(640, 480, table);
        Graphics2D g = image.createGraphics();
        g.setClip(new Ellipse2D.Double(110, 60, 420, 360));
        g.drawImage(PictureDrawer.goods(640, 480, dish), 0, 0, null);
        g.dispose();
        return image;
    }

    private static ReusePrint print(BufferedImage image) {
        return ReusePrint.of(PictureDrawer.pixels(image)).orElseThrow();
    }

    private static Signal signal(String analyzer, String code, Map<String, Object> facts) {
        return new Signal(analyzer, 1, code, SignalStrength.NEUTRAL, "看到", "不说明", List.of(), facts);
    }

    private static Signal camera(String model, String takenAt) {
        return signal(
                "file-history",
                "CAMERA_DATA_PARTIAL",
                Map.of("make", "Maker", "model", model, "takenAt", takenAt));
    }

    private static Signal tables(String digest) {
        return signal(
                "quantisation-tables",
                "QUANTISATION_TABLES",
                Map.of("family", "LIBJPEG", "digest", digest));
    }

    private static Shot shot(int position, List<Signal> signals, ReusePrint... prints) {
        return new Shot(
                position, "image/jpeg", 640, 480, "sha-" + position, signals, looks(prints));
    }

    private static List<Look> looks(ReusePrint... prints) {
        return Stream.of(prints).map(print -> new Look(print, null, null)).toList();
    }

    private static Line line(List<Line> lines, String code) {
        return lines.stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + lines));
    }

    private static List<String> codes(List<Line> lines) {
        return lines.stream().map(Line::code).toList();
    }

    @Test
    void onePictureAloneSaysNothingTogether() {
        assertThat(Consistency.of(List.of(shot(1, List.of(), GOODS)))).isEmpty();
    }

    @Test
    void aPictureHandedInTwiceIsNamedOnceWithBothNumbers() {
        Shot first = shot(1, List.of(), GOODS);
        Shot copy = new Shot(3, "image/jpeg", 640, 480, first.sha256(), List.of(), looks(GOODS));
        List<Line> lines = Consistency.of(List.of(first, shot(2, List.of(), ELSEWHERE), copy));
        Line same = line(lines, "SET_SAME_PICTURE");
        assertThat(same.pictures()).containsExactly(1, 3);
        assertThat(same.supports()).contains("第 1、3 份");
        assertThat((List<?>) same.facts().get("pairs"))
                .singleElement()
                .satisfies(
                        pair ->
                                assertThat(((Map<?, ?>) pair).get("kind"))
                                        .isEqualTo("IDENTICAL_FILE"));
        assertThat(line(lines, "SET_NO_SHARED_VIEW").pictures()).containsExactly(2);
    }

    @Test
    void ofADocumentWithManyPicturesItIsSaidThatSomeWereNotCompared() {
        List<Look> pages =
                IntStream.range(0, 5)
                        .mapToObj(
                                i ->
                                        new Look(
                                                print(PictureDrawer.goods(320, 240, 1100 + i)),
                                                null,
                                                "第 " + i + " 页"))
                        .toList();
        Shot document = new Shot(2, "application/pdf", 0, 0, "x", List.of(), pages);
        Line apart =
                line(
                        Consistency.of(List.of(shot(1, List.of(), GOODS), document)),
                        "SET_NO_SHARED_VIEW");
        assertThat(apart.supports()).contains("（第 2 份视频或者文档画面较多，只比对了首、中、尾各一幅）");
        assertThat(apart.facts().get("comparedInPart")).isEqualTo(List.of(2));
        List<Line> alike =
                Consistency.of(
                        List.of(
                                new Shot(1, "image/png", 9, 9, "y", List.of(), looks(ELSEWHERE)),
                                new Shot(
                                        2,
                                        "video/mp4",
                                        9,
                                        9,
                                        "z",
                                        List.of(),
                                        List.of(new Look(ELSEWHERE, 1.5, null)))));
        Map<?, ?> pair =
                (Map<?, ?>) ((List<?>) line(alike, "SET_SAME_PICTURE").facts().get("pairs")).get(0);
        assertThat(((Map<?, ?>) pair.get("inOther")).get("second")).isEqualTo(1.5);
        assertThat(((Map<?, ?>) pair.get("inOne")).containsKey("second")).isFalse();
    }

    @Test
    void twoDishesOnOneTableShareAViewAndTheirCommonPartIsPlaced() {
        List<Line> lines =
                Consistency.of(
                        List.of(
                                shot(1, List.of(), GOODS),
                                shot(2, List.of(), OTHER_DISH),
                                shot(3, List.of(), ELSEWHERE)));
        Line shared = line(lines, "SET_SHARED_VIEW");
        assertThat(shared.pictures()).containsExactly(1, 2);
        assertThat(shared.doesNotProve()).contains("不说明其余部分是同一物品");
        Map<?, ?> pair = (Map<?, ?>) ((List<?>) shared.facts().get("pairs")).get(0);
        assertThat(pair.get("kind")).isEqualTo("SAME_BACKGROUND");
        assertThat((int) pair.get("keyPoints")).isGreaterThanOrEqualTo(15);
        assertThat((double) ((Map<?, ?>) pair.get("inOne")).get("width")).isBetween(0.3, 1.0);
        assertThat(line(lines, "SET_NO_SHARED_VIEW").pictures()).containsExactly(3);
        assertThat(codes(lines)).doesNotContain("SET_SAME_PICTURE");
    }

    @Test
    void oneFilmNeverMatchesItself() {
        List<Line> lines =
                Consistency.of(
                        List.of(
                                shot(1, List.of(), GOODS, OTHER_DISH, GOODS, OTHER_DISH),
                                shot(2, List.of(), ELSEWHERE)));
        assertThat(codes(lines)).doesNotContain("SET_SAME_PICTURE", "SET_SHARED_VIEW");
        assertThat(line(lines, "SET_NO_SHARED_VIEW").pictures()).containsExactly(1, 2);
    }

    @Test
    void camerasAndTimesAreToldAsTheFilesTellThem() {
        List<Line> lines =
                Consistency.of(
                        List.of(
                                shot(1, List.of(camera("A1", "2026:05:02 10:03:00"))),
                                shot(2, List.of(camera("A1", "2026:05:02 10:01:00"))),
                                shot(3, List.of())));
        Line camera = line(lines, "SET_ONE_CAMERA");
        assertThat(camera.supports()).contains("第 1、2 份", "Maker A1");
        assertThat(camera.facts()).containsEntry("withoutCamera", 1);
        Line times = line(lines, "SET_TIMES_CLOSE");
        assertThat(times.supports()).contains("2 分钟");
        assertThat(times.facts())
                .containsEntry("order", List.of(2, 1))
                .containsEntry("inOrderOfTheSet", false)
                .containsEntry("spanSeconds", 120L);
    }

    @Test
    void severalCamerasAndDaysBetweenAreNoMoreThanAQuestion() {
        List<Line> lines =
                Consistency.of(
                        List.of(
                                shot(1, List.of(camera("A1", "2026:05:02 10:03:00"))),
                                shot(2, List.of(camera("B2", "2026:05:09 10:03:00")))));
        Line cameras = line(lines, "SET_SEVERAL_CAMERAS");
        assertThat(cameras.supports()).contains("2 种");
        assertThat(cameras.doesNotProve()).contains("家人");
        assertThat(line(lines, "SET_TIMES_APART").supports()).contains("7 天");
        assertThat(lines)
                .allSatisfy(l -> assertThat(l.strength()).isEqualTo(SignalStrength.NEUTRAL));
    }

    @Test
    void aTimeThatIsNoneIsLeftOut() {
        List<Line> lines =
                Consistency.of(
                        List.of(
                                shot(1, List.of(camera("A1", "0000:00:00 00:00:00"))),
                                shot(2, List.of(camera("A1", "2026:05:02 10:03:00")))));
        assertThat(codes(lines)).doesNotContain("SET_TIMES_CLOSE", "SET_TIMES_APART");
    }

    @Test
    void filesWrittenAlikeAndOtherwiseAreTold() {
        Shot one = shot(1, List.of(tables("aa")));
        Shot upright = new Shot(2, "image/jpeg", 480, 640, "x", List.of(tables("aa")), List.of());
        Line same = line(Consistency.of(List.of(one, upright)), "SET_ONE_FILE_FORM");
        assertThat(same.pictures()).containsExactly(1, 2);
        assertThat(same.supports()).contains("第 1、2 份的格式、尺寸和压缩参数相同");
        Line several =
                line(
                        Consistency.of(List.of(one, shot(2, List.of(tables("bb"))))),
                        "SET_SEVERAL_FILE_FORMS");
        assertThat(several.supports()).contains("第 1、2 份的格式、尺寸或压缩参数有 2 种");
    }

    /** Neither was compared: a document has no size and no tables of its own. */
    @Test
    void documentsAreNotToldToHaveOneSize() {
        Shot one = document(1);
        Shot two = document(2);
        assertThat(codes(Consistency.of(List.of(one, two))))
                .doesNotContain("SET_ONE_FILE_FORM", "SET_SEVERAL_FILE_FORMS");
        Shot picture = shot(3, List.of(tables("aa")));
        assertThat(codes(Consistency.of(List.of(one, two, picture))))
                .doesNotContain("SET_ONE_FILE_FORM", "SET_SEVERAL_FILE_FORMS");
        Line pictures =
                line(
                        Consistency.of(List.of(one, picture, shot(4, List.of(tables("aa"))))),
                        "SET_ONE_FILE_FORM");
        assertThat(pictures.pictures()).containsExactly(3, 4);
        assertThat(pictures.facts()).containsEntry("withoutSize", 1);
    }

    private static Shot document(int position) {
        return new Shot(position, "application/pdf", 0, 0, "doc-" + position, List.of(), List.of());
    }

    @Test
    void whereTablesAreMissingNothingIsSaidOfCompression() {
        Shot read = shot(1, List.of(tables("aa")));
        Shot unread = shot(2, List.of());
        assertThat(line(Consistency.of(List.of(read, unread)), "SET_ONE_FILE_FORM").supports())
                .contains("第 1、2 份的格式和尺寸相同")
                .doesNotContain("压缩参数");
        Shot png = new Shot(2, "image/png", 640, 480, "x", List.of(), List.of());
        assertThat(line(Consistency.of(List.of(read, png)), "SET_SEVERAL_FILE_FORMS").supports())
                .contains("格式或尺寸有 2 种")
                .doesNotContain("压缩参数");
    }

    @Test
    void aScreenshotOrAFilmAmongThemDoesNotHideThatPicturesWereCompressedOtherwise() {
        Shot one = shot(1, List.of(tables("aa")));
        Shot other = shot(2, List.of(tables("bb")));
        Shot png = new Shot(3, "image/png", 640, 480, "x", List.of(), List.of());
        Shot film = new Shot(4, "video/mp4", 640, 480, "y", List.of(), List.of());
        Line several = line(Consistency.of(List.of(one, other, png)), "SET_SEVERAL_FILE_FORMS");
        assertThat(several.pictures()).containsExactly(1, 2, 3);
        assertThat(several.supports()).contains("第 1、2、3 份的格式、尺寸或压缩参数（压缩参数只比对了第 1、2 份）有 3 种");
        assertThat(several.facts()).containsEntry("comparedByTables", List.of(1, 2));
        assertThat(
                        line(
                                        Consistency.of(List.of(one, other, film, document(5))),
                                        "SET_SEVERAL_FILE_FORMS")
                                .supports())
                .contains("第 1、2、4 份", "有 3 种");
        Shot unread = shot(5, List.of());
        assertThat(
                        line(
                                        Consistency.of(List.of(one, other, png, unread)),
                                        "SET_SEVERAL_FILE_FORMS")
                                .supports())
                .as("one picture of their kind was not read")
                .contains("第 1、2、3、5 份的格式或尺寸有 2 种")
                .doesNotContain("压缩参数");
    }

    @Test
    void aScreenshotBesideCameraPicturesIsTold() {
        Line mixed =
                line(
                        Consistency.of(
                                List.of(
                                        shot(1, List.of(camera("A1", "2026:05:02 10:03:00"))),
                                        shot(
                                                2,
                                                List.of(
                                                        signal(
                                                                "file-history",
                                                                "SCREENSHOT",
                                                                Map.of()))))),
                        "SET_MIXED_HISTORY");
        assertThat(mixed.facts())
                .containsEntry("throughPrograms", List.of(2))
                .containsEntry("withCameraDataOnly", List.of(1));
    }
}
