package io.mingjian.detection.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree over all seals of all chains of custody in the order in which they were published: the
 * log of RFC 6962, section 2.1, with SM3. It only ever grows at its end; a path of about as many
 * hashes as its size has binary digits leads from one seal to the root of any size, and tells
 * nothing of the other seals.
 */
public final class SealTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private SealTree() {}

    /**
     * A node over {@code 2^level} seals, all of them there.
     *
     * @param index from the left, among those of its level
     */
    public record Node(int level, long index) {}

    /** The hashes of nodes. */
    public interface Nodes {
        byte[] hash(Node node);
    }

    /** The nodes that must be known to let a tree of this size grow or to tell its root. */
    public static List<Node> edge(long size) {
        List<Node> edge = new ArrayList<>();
        for (int level = 0; size >> level > 0; level++) {
            if ((size >> level & 1) == 1) {
                edge.add(new Node(level, (size >> level) - 1));
            }
        }
        return edge;
    }

    /** The new nodes when these seals come behind the others. */
    public static Map<Node, byte[]> grown(long size, List<String> seals, Nodes edge) {
        Map<Node, byte[]> made = new LinkedHashMap<>();
        long place = size;
        for (String seal : seals) {
            Node node = new Node(0, place);
            byte[] hash = leaf(seal);
            made.put(node, hash);
            while ((node.index() & 1) == 1) {
                Node left = new Node(node.level(), node.index() - 1);
                byte[] known = made.get(left);
                hash = parent(known == null ? edge.hash(left) : known, hash);
                node = new Node(node.level() + 1, node.index() >> 1);
                made.put(node, hash);
            }
            place++;
        }
        return made;
    }

    /** The root of a tree of this size; of none, an empty text. */
    public static String root(long size, Nodes nodes) {
        return size == 0 ? "" : Hashing.hex(hash(0, size, nodes));
    }

    /** The hashes beside the way from a seal up to the root of a tree of this size. */
    public static List<String> path(long place, long size, Nodes nodes) {
        List<String> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            boolean left = place < middle;
            path.add(Hashing.hex(left ? hash(middle, to, nodes) : hash(from, middle, nodes)));
            from = left ? from : middle;
            to = left ? middle : to;
        }
        return path;
    }

    /** The root that a path leads to; null if it is no path of this place and size. */
    static @Nullable String rootOver(String seal, long place, long size, List<String> path) {
        if (place < 0 || place >= size) {
            return null;
        }
        Deque<Boolean> turns = new ArrayDeque<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            boolean left = place < middle;
            turns.push(left);
            from = left ? from : middle;
            to = left ? middle : to;
        }
        if (turns.size() != path.size()) {
            return null;
        }
        byte[] hash = leaf(seal);
        for (int i = path.size() - 1; i >= 0; i--) {
            byte[] beside = HexFormat.of().parseHex(path.get(i));
            hash = turns.pop() ? parent(hash, beside) : parent(beside, hash);
        }
        return Hashing.hex(hash);
    }

    /** Over the seals from one place to another: a node, or the parent of two such. */
    private static byte[] hash(long from, long to, Nodes nodes) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return Objects.requireNonNull(nodes.hash(new Node(level, from >> level)));
        }
        long middle = from + split(count);
        return parent(hash(from, middle, nodes), hash(middle, to, nodes));
    }

    /** The largest power of two below a count above one. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static byte[] leaf(String seal) {
        return Hashing.sm3Of(LEAF, HexFormat.of().parseHex(seal));
    }

    private static byte[] parent(byte[] left, byte[] right) {
        return Hashing.sm3Of(NODE, left, right);
    }
}
