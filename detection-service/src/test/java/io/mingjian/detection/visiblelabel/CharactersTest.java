package io.mingjian.detection.visiblelabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharactersTest {
    private static final Box ANYWHERE = new Box(0, 0, 1, 1);

    private final Characters characters = new Characters(List.of("A", "I", "生"));

    /** One place a step: 0 nothing new, 1 to 3 the characters, 4 a blank. */
    private Line line(int... places) {
        float[] steps = new float[places.length * characters.places()];
        for (int i = 0; i < places.length; i++) {
            steps[i * characters.places() + places[i]] = i % 2 == 0 ? 0.9f : 0.7f;
        }
        return characters.line(steps, ANYWHERE);
    }

    @Test
    void theSameTwiceInARowIsOneCharacterUnlessNothingLiesBetween() {
        assertThat(line(1, 1, 0, 2, 3, 0, 3).text()).isEqualTo("AI生生");
    }

    @Test
    void blanksInsideAreKeptAndThoseAtTheEndsAreNot() {
        assertThat(line(4, 1, 4, 2, 4).text()).isEqualTo("A I");
    }

    @Test
    void certaintyIsTheMeanOverWhatWasRead() {
        assertThat(line(1, 2).confidence()).isEqualTo(0.8, within(1e-6));
        assertThat(line(0, 0, 0).confidence()).isZero();
        assertThat(line().text()).isEmpty();
    }
}
