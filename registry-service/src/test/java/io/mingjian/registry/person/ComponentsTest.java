package io.mingjian.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsTest {
    private final Components<Integer> components = new Components<>();

    @Test
    void whoKnowsNobodyStaysAlone() {
        components.add(1);
        components.join(2, 3);
        assertThat(components.all()).containsExactly(Set.of(1), Set.of(2, 3));
    }

    @Test
    void connectionsOfConnectionsHangTogether() {
        components.join(1, 2);
        components.join(3, 4);
        components.join(2, 3);
        assertThat(components.all()).containsExactly(Set.of(1, 2, 3, 4));
    }

    @Test
    void namingAConnectionTwiceChangesNothing() {
        components.join(1, 2);
        components.join(2, 1);
        components.join(1, 1);
        assertThat(components.all()).containsExactly(Set.of(1, 2));
    }

    /** Random graphs, sparse to dense, against a search that knows nothing of sets. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theSetsAreThoseThatASearchFinds(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(300);
        Map<Integer, Set<Integer>> beside = new HashMap<>();
        for (int i = 0; i < size; i++) {
            components.add(i);
            beside.put(i, new HashSet<>());
        }
        for (int edges = random.nextInt(2 * size); edges > 0; edges--) {
            int one = random.nextInt(size);
            int other = random.nextInt(size);
            components.join(one, other);
            beside.get(one).add(other);
            beside.get(other).add(one);
        }
        assertThat(Set.copyOf(components.all())).isEqualTo(Set.copyOf(searched(beside)));
    }

    static <T> List<Set<T>> searched(Map<T, Set<T>> beside) {
        List<Set<T>> found = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (T start : beside.keySet()) {
            if (!seen.add(start)) {
                continue;
            }
            Set<T> part = new HashSet<>(Set.of(start));
            Deque<T> next = new ArrayDeque<>(part);
            while (!next.isEmpty()) {
                for (T neighbour : beside.get(next.poll())) {
                    if (seen.add(neighbour)) {
                        part.add(neighbour);
                        next.add(neighbour);
                    }
                }
            }
            found.add(part);
        }
        return found;
    }
}
