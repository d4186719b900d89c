package io.mingjian.registry.queue;

import io.mingjian.contracts.IndicationBand;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several bands a line shows: the one that asks for most attention; none says anything
 * about truth.
 */
final class Attention {
    private static final List<IndicationBand> RISING =
            List.of(
                    IndicationBand.NO_SIGN,
                    IndicationBand.INCONCLUSIVE,
                    IndicationBand.SOME_SIGNS,
                    IndicationBand.STRONG_SIGNS,
                    IndicationBand.DECLARED_OR_REUSED);

    private Attention() {}

    static @Nullable IndicationBand most(List<IndicationBand> bands) {
        return bands.stream().max(Comparator.comparingInt(RISING::indexOf)).orElse(null);
    }
}
