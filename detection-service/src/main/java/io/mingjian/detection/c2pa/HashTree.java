package io.mingjian.detection.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hash tree over leaves in order. Of two neighbours the parent is the hash of both; one without a
 * neighbour rises as it is. The credential states one row of the tree.
 */
final class HashTree {
    private final Cbor stated;
    private final List<byte[]> row;
    private final long count;
    private final HashAlgorithm algorithm;

    HashTree(Cbor stated, HashAlgorithm usual) {
        this.stated = stated;
        this.row = stated.list("hashes").stream().flatMap(h -> h.asBytes().stream()).toList();
        this.count = stated.number("count").orElse(row.size());
        Optional<String> own = stated.text("alg");
        this.algorithm = own.isPresent() ? Binding.algorithm(own) : usual;
        if (count > Limits.LEAVES) {
            throw Unreadable.limit("hash tree with too many leaves");
        }
    }

    /** True when a proof names this tree. */
    boolean isOf(Cbor proof) {
        return stated.number("localId").equals(proof.number("localId"))
                && stated.number("uniqueId").equals(proof.number("uniqueId"));
    }

    long count() {
        return count;
    }

    /** True when the leaf leads by the hashes of its proof to the stated row. */
    boolean holds(byte[] leaf, Cbor proof) {
        long index = proof.number("location").orElse(-1);
        if (index < 0 || index >= count || row.isEmpty()) {
            return false;
        }
        List<Cbor> neighbours = proof.list("hashes");
        int used = 0;
        byte[] hash = leaf;
        for (long width = count; width > row.size(); width = (width + 1) / 2) {
            boolean left = index % 2 == 0;
            if (!left || index + 1 < width) {
                if (used == neighbours.size()) {
                    return false;
                }
                byte[] neighbour = neighbours.get(used++).asBytes().orElse(new byte[0]);
                hash = left ? parent(hash, neighbour) : parent(neighbour, hash);
            }
            index /= 2;
        }
        return index < row.size() && Hashes.same(hash, Optional.of(row.get((int) index)));
    }

    /** True when all leaves together give the stated row. */
    boolean holds(List<byte[]> leaves) {
        if (row.isEmpty()) {
            return false;
        }
        List<byte[]> level = leaves;
        while (level.size() > row.size()) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                boolean alone = i + 1 == level.size();
                above.add(alone ? level.get(i) : parent(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        boolean same = level.size() == row.size() && leaves.size() == count;
        for (int i = 0; same && i < level.size(); i++) {
            same = Hashes.same(level.get(i), Optional.of(row.get(i)));
        }
        return same;
    }

    private byte[] parent(byte[] left, byte[] right) {
        return algorithm.digest().bytes(left).bytes(right).value();
    }
}
