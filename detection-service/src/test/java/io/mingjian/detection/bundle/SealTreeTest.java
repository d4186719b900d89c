package io.mingjian.detection.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.bundle.SealTree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealTreeTest {
    private static final int MOST = 70;
    private static final List<String> SEALS =
            IntStream.range(0, MOST)
                    .mapToObj(i -> Hashing.hex(Hashing.sm3Of(new byte[] {(byte) i})))
                    .toList();

    private final Map<Node, byte[]> nodes = SealTree.grown(0, SEALS, nobody -> null);

    @Test
    void theRootOfEverySizeIsThatOfTheSpecification() {
        assertThat(SealTree.root(0, nodes::get)).isEmpty();
        for (int size = 1; size <= MOST; size++) {
            assertThat(SealTree.root(size, nodes::get))
                    .isEqualTo(HexFormat.of().formatHex(defined(SEALS.subList(0, size))));
        }
    }

    @Test
    void everyPathLeadsToTheRootAndToNoOther() {
        for (int size = 1; size <= MOST; size++) {
            String root = SealTree.root(size, nodes::get);
            for (int place = 0; place < size; place++) {
                List<String> path = SealTree.path(place, size, nodes::get);
                assertThat(SealTree.rootOver(SEALS.get(place), place, size, path)).isEqualTo(root);
                assertThat(SealTree.rootOver(SEALS.get((place + 1) % MOST), place, size, path))
                        .isNotEqualTo(root);
                if (size > 1) {
                    assertThat(SealTree.rootOver(SEALS.get(place), (place + 1) % size, size, path))
                            .isNotEqualTo(root);
                }
            }
        }
    }

    @Test
    void aPathOfAnotherLengthOrPlaceIsNone() {
        List<String> path = SealTree.path(3, 20, nodes::get);
        List<String> longer = new ArrayList<>(path);
        longer.add(path.get(0));
        assertThat(SealTree.rootOver(SEALS.get(3), 3, 20, longer)).isNull();
        assertThat(SealTree.rootOver(SEALS.get(3), 3, 20, path.subList(1, path.size()))).isNull();
        assertThat(SealTree.rootOver(SEALS.get(3), 20, 20, path)).isNull();
        assertThat(SealTree.rootOver(SEALS.get(3), -1, 20, path)).isNull();
    }

    @Test
    void itGrowsInPiecesFromItsEdgeAlone() {
        Random random = new Random(6962);
        for (int round = 0; round < 200; round++) {
            Map<Node, byte[]> kept = new HashMap<>();
            int size = 0;
            while (size < MOST) {
                int more = Math.min(MOST - size, random.nextInt(9));
                Map<Node, byte[]> edge = new HashMap<>();
                SealTree.edge(size).forEach(node -> edge.put(node, kept.get(node)));
                kept.putAll(SealTree.grown(size, SEALS.subList(size, size + more), edge::get));
                size += more;
            }
            assertThat(kept.keySet()).isEqualTo(nodes.keySet());
            kept.forEach((node, hash) -> assertThat(hash).isEqualTo(nodes.get(node)));
        }
    }

    /** RFC 6962, section 2.1, word for word. */
    private static byte[] defined(List<String> seals) {
        int n = seals.size();
        if (n == 1) {
            return Hashing.sm3Of(new byte[] {0}, HexFormat.of().parseHex(seals.get(0)));
        }
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return Hashing.sm3Of(
                new byte[] {1}, defined(seals.subList(0, k)), defined(seals.subList(k, n)));
    }
}
