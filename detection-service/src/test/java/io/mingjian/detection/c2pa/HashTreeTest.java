package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trees of every small size, every row of each, every leaf. */
class HashTreeTest {
    @Test
    void everyLeafLeadsToEveryRowAndNoOtherLeafDoes() {
        int proofs = 0;
        for (int count = 1; count <= 17; count++) {
            List<List<byte[]>> rows = rows(count);
            for (int row = 0; row < rows.size(); row++) {
                HashTree tree = tree(rows.get(row), count);
                assertThat(tree.holds(rows.get(0))).isTrue();
                for (int leaf = 0; leaf < count; leaf++) {
                    Cbor proof = proof(rows, row, leaf);
                    assertThat(tree.holds(rows.get(0).get(leaf), proof))
                            .as("leaf %d of %d to row %d", leaf, count, row)
                            .isTrue();
                    assertThat(tree.holds(hash("another"), proof)).isFalse();
                    proofs++;
                }
            }
        }
        assertThat(proofs).isGreaterThan(300);
    }

    @Test
    void aLeafOutsideTheTreeOrAnEmptyRowHoldsNothing() {
        List<List<byte[]>> rows = rows(4);
        Map<String, Object> outside = new LinkedHashMap<>();
        outside.put("location", 4);
        outside.put("hashes", List.of());
        Cbor proof = Cbor.read(Boxes.cbor(outside));
        assertThat(tree(rows.get(0), 4).holds(rows.get(0).get(0), proof)).isFalse();
        assertThat(tree(List.of(), 4).holds(rows.get(0))).isFalse();
        assertThat(tree(List.of(), 4).holds(rows.get(0).get(0), proof)).isFalse();
        assertThat(tree(rows.get(0), 3).holds(rows.get(0))).isFalse();
    }

    private static HashTree tree(List<byte[]> row, int count) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("count", count);
        stated.put("hashes", List.copyOf(row));
        return new HashTree(Cbor.read(Boxes.cbor(stated)), HashAlgorithm.SHA256);
    }

    private static Cbor proof(List<List<byte[]>> rows, int row, int leaf) {
        List<Object> neighbours = new ArrayList<>();
        int at = leaf;
        for (int level = 0; level < row; level++) {
            int neighbour = at % 2 == 0 ? at + 1 : at - 1;
            if (neighbour < rows.get(level).size()) {
                neighbours.add(rows.get(level).get(neighbour));
            }
            at /= 2;
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("location", leaf);
        proof.put("hashes", neighbours);
        return Cbor.read(Boxes.cbor(proof));
    }

    /** The leaves and every row above them. */
    private static List<List<byte[]>> rows(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(hash("leaf " + i));
        }
        List<List<byte[]>> rows = new ArrayList<>(List.of(leaves));
        while (rows.get(rows.size() - 1).size() > 1) {
            List<byte[]> below = rows.get(rows.size() - 1);
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < below.size(); i += 2) {
                above.add(
                        i + 1 == below.size()
                                ? below.get(i)
                                : HashAlgorithm.SHA256.of(
                                        Boxes.joined(below.get(i), below.get(i + 1))));
            }
            rows.add(above);
        }
        return rows;
    }

    private static byte[] hash(String text) {
        return HashAlgorithm.SHA256.of(text.getBytes());
    }
}
