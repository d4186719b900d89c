package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReuseSearchTest {
    private static final int PICTURES = 16;
    private static final Map<UUID, ReusePrint> STORED = new LinkedHashMap<>();
    private static final MemoryIndex INDEX = new MemoryIndex();
    private static final ReuseSearch SEARCH = new ReuseSearch(INDEX);

    @BeforeAll
    static void storePictures() {
        for (int seed = 0; seed < PICTURES; seed++) {
            STORED.put(id(seed), print(picture(seed)));
            INDEX.add(id(seed), STORED.get(id(seed)).gist());
        }
    }

    private static UUID id(int seed) {
        return new UUID(7, seed);
    }

    private static BufferedImage picture(int seed) {
        return PictureDrawer.goods(640, 480, seed);
    }

    private static ReusePrint print(BufferedImage image) {
        return ReusePrint.of(PictureDrawer.pixels(image)).orElseThrow();
    }

    private static List<ReuseSearch.Hit> find(BufferedImage image) {
        return SEARCH.find(print(image), ids -> STORED);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedPictureIsFoundAndNoOther(Changes change) {
        for (int seed = 0; seed < 2; seed++) {
            assertThat(find(change.of(picture(seed), new Random(seed))))
                    .as("picture " + seed)
                    .extracting(ReuseSearch.Hit::picture)
                    .containsExactly(id(seed));
        }
    }

    @Test
    void anUnknownPictureFindsNothing() {
        for (int seed = 1000; seed < 1008; seed++) {
            assertThat(find(picture(seed))).isEmpty();
        }
    }

    @Test
    void theKindOfChangeIsTold() {
        BufferedImage image = picture(3);
        Random random = new Random(4);
        Map<BufferedImage, ReuseMatch.Kind> kinds = new HashMap<>();
        kinds.put(Laundering.resaved(image, 0.6), ReuseMatch.Kind.SAME_PICTURE);
        kinds.put(Laundering.mirrored(image), ReuseMatch.Kind.TURNED);
        kinds.put(Laundering.quarterTurned(image), ReuseMatch.Kind.TURNED);
        kinds.put(Laundering.cropped(image, 0.7, random), ReuseMatch.Kind.CROPPED);
        kinds.put(Laundering.tilted(image, 10, random), ReuseMatch.Kind.TILTED);
        kinds.forEach(
                (changed, kind) ->
                        assertThat(find(changed).get(0).match().kind())
                                .as(kind.name())
                                .isEqualTo(kind));
        ReuseMatch turned = find(Laundering.mirrored(image)).get(0).match();
        assertThat(turned.turn()).isEqualTo(Turn.MIRROR);
        assertThat(turned.distance()).isLessThan(32);
    }

    @Test
    void theSharedPartAndTheMappingAreTold() {
        BufferedImage corner = picture(3).getSubimage(128, 96, 384, 288);
        ReuseMatch cropped = find(corner).get(0).match();
        assertThat(cropped.inliers()).isGreaterThan(10);
        assertThat(cropped.inStored().x()).isBetween(0.17, 0.23);
        assertThat(cropped.inStored().width()).isBetween(0.57, 0.63);
        assertThat(cropped.inQuery().width()).isGreaterThan(0.97);
        assertThat(cropped.transform()).hasSize(9);
        assertThat(cropped.transform().get(0)).isBetween(0.58, 0.62);
        assertThat(cropped.transform().get(2)).isBetween(0.18, 0.22);
    }

    @Test
    void aProposalThatThePixelsDoNotBearOutIsDropped() {
        Candidate.ByHash near = new Candidate.ByHash(10, Turn.NONE, false, false);
        Candidate wrong = new Candidate(id(1), near, 30, false);
        assertThat(Confirmation.confirm(STORED.get(id(0)), STORED.get(id(1)), wrong)).isEmpty();
        assertThat(Confirmation.confirm(STORED.get(id(0)), STORED.get(id(0)), wrong)).isPresent();
    }

    /** One table, always the same; on it one large dish, always another. */
    private static BufferedImage dish(int table, int dish) {
        BufferedImage image = PictureDrawer.goods(640, 480, table);
        Graphics2D g = image.createGraphics();
        g.setClip(new Ellipse2D.Double(110, 60, 420, 360));
        g.drawImage(PictureDrawer.goods(640, 480, dish), 0, 0, null);
        g.dispose();
        return Laundering.resaved(image, 0.85);
    }

    @Test
    void anotherDishOnTheSameTableIsTheSameBackgroundAndNotTheSamePicture() {
        int background = 0;
        for (int table = 500; table < 504; table++) {
            UUID first = new UUID(8, table);
            ReusePrint stored = print(dish(table, 2 * table));
            MemoryIndex index = new MemoryIndex();
            index.add(first, stored.gist());
            List<ReuseSearch.Hit> hits =
                    new ReuseSearch(index)
                            .find(print(dish(table, 2 * table + 1)), ids -> Map.of(first, stored));
            assertThat(hits)
                    .as("table " + table)
                    .noneMatch(hit -> hit.match().kind().isSamePicture());
            background += hits.size();
        }
        assertThat(background).isGreaterThanOrEqualTo(3);
    }

    /** A mark that many pictures carry says nothing about the pictures. */
    @Test
    void picturesWithTheSameMarkAreNotTheSamePicture() {
        for (int seed = 600; seed < 604; seed++) {
            ReusePrint one = print(marked(seed));
            ReusePrint other = print(marked(seed + 100));
            for (boolean mirrored : new boolean[] {false, true}) {
                Candidate candidate = new Candidate(id(0), null, 50, mirrored);
                assertThat(Confirmation.confirm(one, other, candidate))
                        .as("seed " + seed)
                        .matches(m -> m.isEmpty() || !m.get().kind().isSamePicture());
            }
        }
    }

    private static BufferedImage marked(int seed) {
        BufferedImage image = picture(seed);
        Graphics2D g = image.createGraphics();
        g.drawImage(PictureDrawer.goods(150, 110, 1), 480, 360, null);
        g.dispose();
        return image;
    }

    /** The sides from which a carton may be lit. */
    private static final Color LIT = new Color(240, 200, 150);

    private static final Color SHADED = new Color(110, 85, 60);

    /** A photograph of one printed carton; nothing else is on it. */
    private static BufferedImage carton(int print, boolean litFromLeft, double turned) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(
                new GradientPaint(
                        0, 0, litFromLeft ? LIT : SHADED, 640, 0, litFromLeft ? SHADED : LIT));
        g.fillRect(0, 0, 640, 480);
        g.translate(320, 240);
        g.rotate(turned);
        g.setColor(new Color(35, 30, 30));
        g.setFont(g.getFont().deriveFont(Font.BOLD, 62f));
        Random letters = new Random(print);
        for (int line = -60; line <= 80; line += 70) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                text.append((char) ('A' + letters.nextInt(26)));
            }
            g.drawString(text.toString(), -130, line);
        }
        g.dispose();
        return Laundering.resaved(image, 0.85);
    }

    @Test
    void onePrintPhotographedTwiceInOtherLightIsNotTheSamePicture() {
        Candidate candidate = new Candidate(id(0), null, 50, false);
        for (int print = 0; print < 6; print++) {
            ReusePrint one = print(carton(print, true, 0.2));
            ReusePrint other = print(carton(print, false, -0.1));
            assertThat(Confirmation.byPoints(one, other, false))
                    .as("the print itself agrees")
                    .hasValueSatisfying(
                            found -> {
                                assertThat(found.overlay().likeness()).isGreaterThan(0.9);
                                assertThat(found.steadiness()).isGreaterThan(0.7);
                            });
            assertThat(Confirmation.confirm(one, other, candidate))
                    .as("print " + print)
                    .matches(m -> m.isEmpty() || !m.get().kind().isSamePicture());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedPhotographOfAPrintIsFound(Changes change) {
        BufferedImage image = carton(3, true, 0.2);
        UUID stored = new UUID(9, 3);
        ReusePrint print = print(image);
        MemoryIndex index = new MemoryIndex();
        index.add(stored, print.gist());
        assertThat(
                        new ReuseSearch(index)
                                .find(
                                        print(change.of(image, new Random(5))),
                                        ids -> Map.of(stored, print)))
                .extracting(hit -> hit.match().kind().isSamePicture())
                .containsExactly(true);
    }
}
