package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.analysis.Sighting.Kind;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SightingTest {
    private final Sighting resaved = new Sighting(new UUID(0, 1), Kind.SAME_PICTURE, 0, 1);
    private final Sighting far = new Sighting(new UUID(0, 2), Kind.SAME_PICTURE, 9, 1);
    private final Sighting copy = Sighting.copy(new UUID(0, 3));

    @Test
    void theVerySameFileIsCloserThanOneThatWasSavedAgain() {
        assertThat(Stream.of(far, resaved, copy).sorted(Sighting.CLOSEST_FIRST))
                .containsExactly(copy, resaved, far);
    }
}
