package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.reuse.PointVotes.Tally;
import org.junit.jupiter.api.Test;

class PointVotesTest {
    private static final byte HALF_AS_LARGE = 8;
    private static final byte QUARTER_TURN = 64;

    private final PointVotes votes = new PointVotes();

    /** A picture that lies in the query at half its size, moved by (100, 50). */
    @Test
    void pairsThatTellOnePlaceCountTogether() {
        like(7, 100 + 20, 50 + 40, HALF_AS_LARGE, 40, 80);
        like(7, 100 + 90, 50 + 10, HALF_AS_LARGE, 180, 20);
        like(7, 100 + 60, 50 + 70, HALF_AS_LARGE, 120, 140);
        assertThat(votes.best(9)).containsExactly(new Tally(7, 3));
    }

    @Test
    void pairsThatAgreeInTurnAndSizeButTellOtherPlacesDoNot() {
        like(7, 120, 90, HALF_AS_LARGE, 40, 80);
        like(7, 300, 400, HALF_AS_LARGE, 60, 30);
        assertThat(votes.best(9)).isEmpty();
    }

    /**
     * Turned to the right a point (x, y) of the picture comes to (−y, x), here moved by (400, 30).
     */
    @Test
    void aTurnedPictureTellsItsPlaceAsWell() {
        votes.from(400 - 80, 30 + 40);
        votes.add(3, (byte) -QUARTER_TURN, (byte) 0, PictureGist.place(40, 80), 1);
        votes.from(400 - 20, 30 + 300);
        votes.add(3, (byte) -QUARTER_TURN, (byte) 0, PictureGist.place(300, 20), 1);
        assertThat(votes.best(9)).containsExactly(new Tally(3, 2));
    }

    @Test
    void aPointOfTwoDirectionsCountsOnceAtItsHeaviest() {
        votes.from(120, 90);
        votes.add(7, (byte) 0, (byte) 0, PictureGist.place(120, 90), 1);
        votes.from(120, 90);
        votes.add(7, (byte) 4, (byte) 0, PictureGist.place(120, 90), 3);
        assertThat(votes.best(9)).isEmpty();
        votes.from(200, 30);
        votes.add(7, (byte) 0, (byte) 0, PictureGist.place(200, 30), 2);
        assertThat(votes.best(9)).containsExactly(new Tally(7, 5));
    }

    /** Tiles: one point of the query is like every point of the picture. */
    @Test
    void aPatternDoesNotCrowdOutWhatComesAfterIt() {
        votes.from(100, 100);
        for (int tile = 0; tile < 64; tile++) {
            votes.add(7, (byte) 0, (byte) 0, PictureGist.place(8 * tile % 480, 6 * tile), 1);
        }
        for (int point = 0; point < 20; point++) {
            like(7, 10 * point + 1, 7 * point, (byte) 0, 10 * point + 1, 7 * point);
        }
        assertThat(votes.best(9))
                .extracting(Tally::weight)
                .first()
                .satisfies(weight -> assertThat(weight).isGreaterThanOrEqualTo(20));
    }

    @Test
    void theHeaviestPicturesComeFirst() {
        for (int picture = 0; picture < 40; picture++) {
            for (int point = 0; point <= picture; point++) {
                like(picture, 10 * point + 1, 7 * point, (byte) 0, 10 * point + 1, 7 * point);
            }
        }
        assertThat(votes.best(3)).extracting(Tally::picture).containsExactly(39, 38, 37);
    }

    private void like(int picture, float x, float y, byte size, float storedX, float storedY) {
        votes.from(x, y);
        votes.add(picture, (byte) 0, size, PictureGist.place(storedX, storedY), 1);
    }
}
