package io.mingjian.monitoring.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Which leads of a lot are the sample: chance, that everybody can draw again from the seed. */
final class Draw {
    private Draw() {}

    static Set<UUID> of(List<UUID> leads, int sample, long seed) {
        List<UUID> order = new ArrayList<>(leads);
        Collections.sort(order);
        Collections.shuffle(order, new Random(seed));
        return new HashSet<>(order.subList(0, Math.min(sample, order.size())));
    }
}
