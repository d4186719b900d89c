package io.mingjian.detection.analysis;

import static io.mingjian.detection.media.PictureDrawer.goods;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.analysis.PicturePrints.Stored;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.reuse.ReusePrint;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlikeTest {
    private static final UUID OTHER = new UUID(0, 7);
    private static final ReusePrint CARD = print(9101);
    private static final ReusePrint SCENE = print(9102);
    private static final ReusePrint ELSEWHERE = print(9103);

    private final Shown card = Shown.ofFilm(0, CARD);
    private final Shown scene = Shown.ofFilm(3, SCENE);

    private static ReusePrint print(long seed) {
        return ReusePrint.of(PictureDrawer.pixels(goods(320, 240, seed))).orElseThrow();
    }

    private static Stored stored(long seq, ReusePrint print) {
        return new Stored(seq, OTHER, 1.0 * seq, null, print);
    }

    /** As where fifty others show the card too, and the search leaves this one out. */
    @Test
    void whatTheSearchLeavesOutIsCountedByItsHash() {
        List<Stored> both = List.of(stored(1, CARD), stored(2, SCENE));
        List<Alike> found = List.of(new Alike(scene, 2, Sighting.copy(OTHER)));
        assertThat(Alike.shared(List.of(card, scene), both, found)).isEqualTo(2);
    }

    @Test
    void oneThatIsLikeSeveralCountsOnce() {
        List<Alike> found =
                List.of(
                        new Alike(scene, 1, Sighting.copy(OTHER)),
                        new Alike(scene, 2, Sighting.copy(OTHER)));
        List<Stored> theirs = List.of(stored(1, ELSEWHERE), stored(2, SCENE));
        assertThat(Alike.shared(List.of(card, scene), theirs, found)).isOne();
        assertThat(Alike.shared(List.of(card), List.of(stored(1, CARD)), List.of())).isOne();
    }

    @Test
    void thereIsAtLeastThePictureByWhichTheyAreAPair() {
        assertThat(Alike.shared(List.of(card, scene), List.of(), List.of())).isOne();
    }
}
