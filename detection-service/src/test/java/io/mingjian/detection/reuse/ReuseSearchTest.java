package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReuseSearchTest {
    private static final int PICTURES = 40;
    private static final Map<UUID, ReusePrint> STORED = new LinkedHashMap<>();
    private static final HashIndex INDEX = new HashIndex();
    private static final ReuseSearch SEARCH = new ReuseSearch(INDEX);

    @BeforeAll
    static void storePictures() {
        for (int seed = 0; seed < PICTURES; seed++) {
            STORED.put(id(seed), print(picture(seed)));
            INDEX.add(id(seed), STORED.get(id(seed)));
        }
    }

    private static UUID id(int seed) {
        return new UUID(7, seed);
    }

    private static BufferedImage picture(int seed) {
        return PictureDrawer.goods(480, 360, seed);
    }

    private static ReusePrint print(BufferedImage image) {
        return ReusePrint.of(PictureDrawer.pixels(image)).orElseThrow();
    }

    private static List<ReuseSearch.Hit> find(BufferedImage image) {
        return SEARCH.find(print(image), picture -> Optional.ofNullable(STORED.get(picture)));
    }

    @TestFactory
    Stream<DynamicTest> changedPicturesAreFoundAndNoOthers() {
        Random random = new Random(11);
        Map<String, UnaryOperator<BufferedImage>> changes = new LinkedHashMap<>();
        changes.put("the same", image -> image);
        changes.put("saved at 40 %", image -> Laundering.resaved(image, 0.4));
        changes.put("half size", image -> Laundering.resized(image, 0.5));
        changes.put("toned", Laundering::toned);
        changes.put("mirrored", Laundering::mirrored);
        changes.put("quarter turn", Laundering::quarterTurned);
        changes.put("white frame", image -> Laundering.framed(image, 0.08, Color.WHITE));
        changes.put("screenshot", Laundering::screenshot);
        changes.put("cropped to 90 %", image -> Laundering.croppedByHand(image, 0.90, random));
        changes.put("cropped to 80 %", image -> Laundering.croppedByHand(image, 0.80, random));
        changes.put(
                "saved again and cropped to 75 %",
                image -> Laundering.resaved(Laundering.croppedByHand(image, 0.75, random), 0.7));
        return changes.entrySet().stream()
                .map(
                        change ->
                                DynamicTest.dynamicTest(
                                        change.getKey(), () -> isFoundAlone(change.getValue())));
    }

    private static void isFoundAlone(UnaryOperator<BufferedImage> change) {
        for (int seed = 0; seed < 6; seed++) {
            assertThat(find(change.apply(picture(seed))))
                    .as("picture " + seed)
                    .extracting(ReuseSearch.Hit::picture)
                    .containsExactly(id(seed));
        }
    }

    @Test
    void anUnknownPictureFindsNothing() {
        for (int seed = 1000; seed < 1020; seed++) {
            assertThat(find(picture(seed))).isEmpty();
        }
    }

    @Test
    void theKindOfChangeAndTheSharedPartAreTold() {
        BufferedImage image = picture(3);
        ReuseMatch turned = find(Laundering.mirrored(image)).get(0).match();
        assertThat(turned.kind()).isEqualTo(ReuseMatch.Kind.TURNED);
        assertThat(turned.turn()).isEqualTo(Turn.MIRROR);
        assertThat(find(Laundering.resaved(image, 0.6)).get(0).match().kind())
                .isEqualTo(ReuseMatch.Kind.SAME_PICTURE);

        BufferedImage corner = image.getSubimage(0, 0, 384, 288);
        ReuseMatch cropped = find(corner).get(0).match();
        assertThat(cropped.kind()).isEqualTo(ReuseMatch.Kind.CROPPED);
        assertThat(cropped.shared().x()).isLessThan(0.02);
        assertThat(cropped.shared().width()).isBetween(0.77, 0.83);
    }

    @Test
    void aProposalThatThePixelsDoNotBearOutIsDropped() {
        Candidate wrong = new Candidate(id(1), 40, Turn.NONE, 0, 0);
        assertThat(Confirmation.confirm(STORED.get(id(0)), STORED.get(id(1)), wrong)).isEmpty();
        assertThat(Confirmation.confirm(STORED.get(id(0)), STORED.get(id(0)), wrong)).isPresent();
    }

    @Test
    void aPlainPictureHasNoPrint() {
        BufferedImage plain = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        assertThat(ReusePrint.of(PictureDrawer.pixels(plain))).isEmpty();
        BufferedImage tiny = PictureDrawer.goods(31, 31, 1);
        assertThat(ReusePrint.of(PictureDrawer.pixels(tiny))).isEmpty();
    }

    @Test
    void theStoredFormComesBackWhole() {
        ReusePrint print = STORED.get(id(5));
        ReusePrint back = ReusePrint.fromBytes(print.toBytes());
        assertThat(back).isEqualTo(print);
        for (int window = 0; window < ReusePrint.WINDOWS; window++) {
            assertThat(back.hash(window)).isEqualTo(print.hash(window));
            assertThat(back.window(window)).isEqualTo(print.window(window));
        }
        byte[] cut = Arrays.copyOf(print.toBytes(), 500);
        assertThatThrownBy(() -> ReusePrint.fromBytes(cut))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIndexFindsExactlyWhatACompleteComparisonFinds() {
        List<ReusePrint> prints = new ArrayList<>(STORED.values());
        for (int query = 0; query < 5; query++) {
            BufferedImage changed = Laundering.resaved(picture(query), 0.3);
            ReusePrint print = print(changed);
            List<UUID> near = new ArrayList<>();
            for (int i = 0; i < prints.size(); i++) {
                if (print.hash(0).distance(prints.get(i).hash(0)) <= HashIndex.SAME) {
                    near.add(id(i));
                }
            }
            assertThat(INDEX.search(print, 10)).extracting(Candidate::picture).containsAll(near);
            assertThat(near).contains(id(query));
        }
    }

    @Test
    void manyMayAddWhileOthersSearch() throws InterruptedException {
        HashIndex index = new HashIndex();
        ReusePrint print = STORED.get(id(2));
        List<Thread> writers = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int writer = 0; writer < 4; writer++) {
            long high = writer;
            Thread thread =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 600; i++) {
                                    index.add(new UUID(high, i), print);
                                }
                            });
            thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
            writers.add(thread);
        }
        writers.forEach(Thread::start);
        int seen = 0;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            int before = index.size();
            assertThat(before).isGreaterThanOrEqualTo(seen);
            seen = before;
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failures).isEmpty();
        assertThat(index.size()).isEqualTo(2400);
        assertThat(index.search(print, 5000)).hasSize(2400);
    }
}
