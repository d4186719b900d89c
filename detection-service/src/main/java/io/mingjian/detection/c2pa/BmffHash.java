package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.HashAlgorithm.Digest;
import io.mingjian.detection.media.ByteView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hash of an ISO base media file without the boxes that its rules leave out ({@code
 * c2pa.hash.bmff}). From the second version on the place of each outer box is hashed with it. Media
 * in fragments or blocks is bound by a hash tree.
 */
final class BmffHash {
    private static final Set<String> OPENS_FRAGMENT =
            Set.of("styp", "sidx", "emsg", "prft", "uuid", "moof");

    private final ByteView file;
    private final Cbor fields;
    private final HashAlgorithm algorithm;
    private final int version;
    private final List<BmffBox> boxes;
    private final List<Span> excluded = new ArrayList<>();
    private final Set<BmffBox> excludedWhole = new HashSet<>();

    BmffHash(ByteView file, Cbor fields, HashAlgorithm algorithm, int version) {
        this.file = file;
        this.fields = fields;
        this.algorithm = algorithm;
        this.version = version;
        this.boxes = BmffBox.of(file);
        if (fields.list("exclusions").size() > Limits.EXCLUSIONS) {
            throw Unreadable.limit("too many exclusions");
        }
        fields.list("exclusions").stream().map(BmffExclusion::of).forEach(this::exclude);
    }

    private void exclude(BmffExclusion rule) {
        for (BmffBox box : rule.matches(file, boxes)) {
            if (excluded.size() > Limits.BOXES) {
                throw Unreadable.limit("too many exclusions");
            }
            excluded.addAll(rule.spans(box));
            if (rule.takesWholeBoxes()) {
                excludedWhole.add(box);
            }
        }
    }

    Status check() {
        List<Cbor> trees = fields.list("merkle");
        if (trees.isEmpty()) {
            boolean leftOpen =
                    excludedWhole.stream().anyMatch(box -> box.type().matches("mdat|moov"));
            if (!Hashes.same(hash(0, file.length()), fields.bytes("hash"))) {
                return Status.BMFF_MISMATCH;
            }
            return leftOpen ? Status.BMFF_LEFT_OPEN : Status.BMFF_MATCH;
        }
        boolean fragmented = trees.stream().anyMatch(tree -> tree.bytes("initHash").isPresent());
        boolean holds = fragmented ? fragments(trees) : blocks(trees);
        return holds ? Status.BMFF_MATCH : Status.BMFF_MISMATCH;
    }

    /** Hash of a part of the file after the rules. */
    private byte[] hash(int from, int to) {
        List<Span> outside = new ArrayList<>();
        excluded.stream()
                .filter(span -> span.end() > from && span.start() < to)
                .forEach(outside::add);
        outside.add(new Span(0, from));
        outside.add(new Span(to, file.length()));
        TreeSet<Integer> places = new TreeSet<>();
        if (version > 1) {
            boxes.stream()
                    .filter(box -> !excludedWhole.contains(box))
                    .filter(box -> box.start() >= from && box.start() < to)
                    .forEach(box -> places.add(box.start()));
        }
        Digest digest = algorithm.digest();
        for (Span span : Span.without(outside, file.length())) {
            int at = span.start();
            for (Integer place = places.pollFirst(); place != null; place = places.pollFirst()) {
                if (place >= span.end()) {
                    places.add(place);
                    break;
                }
                if (place > at) {
                    digest.part(file, at, place);
                    at = place;
                }
                digest.number(place);
            }
            digest.part(file, at, span.end());
        }
        return digest.value();
    }

    // --- hash trees ---------------------------------------------------------------------------

    /** The part before the first fragment, and each fragment as a leaf: all of them, in order. */
    private boolean fragments(List<Cbor> trees) {
        List<Span> fragments = fragments();
        int first = fragments.isEmpty() ? file.length() : fragments.get(0).start();
        byte[] opening = hash(0, first);
        boolean opens =
                trees.stream().allMatch(tree -> Hashes.same(opening, tree.bytes("initHash")));
        List<Cbor> proofs = BmffCarrier.proofs(file, boxes);
        if (!opens || fragments.isEmpty() || proofs.size() != fragments.size()) {
            return false;
        }
        Map<HashTree, Long> found = new HashMap<>();
        List<HashTree> all = trees.stream().map(t -> new HashTree(t, algorithm)).toList();
        for (int i = 0; i < fragments.size(); i++) {
            Cbor proof = proofs.get(i);
            byte[] leaf = hash(fragments.get(i).start(), fragments.get(i).end());
            Optional<HashTree> tree = all.stream().filter(t -> t.isOf(proof)).findFirst();
            if (tree.isEmpty() || !tree.get().holds(leaf, proof)) {
                return false;
            }
            long next = found.merge(tree.get(), 1L, Long::sum);
            if (proof.number("location").orElse(-1) != next - 1) {
                return false;
            }
        }
        return all.stream().allMatch(tree -> found.getOrDefault(tree, 0L) == tree.count());
    }

    /** From the boxes that open a fragment to the end of its media data. */
    private List<Span> fragments() {
        List<Span> fragments = new ArrayList<>();
        int start = -1;
        boolean inside = false;
        for (BmffBox box : boxes) {
            if (!OPENS_FRAGMENT.contains(box.type()) && !inside) {
                start = -1;
            } else if (start < 0) {
                start = box.start();
            }
            inside |= box.type().equals("moof");
            if (inside && box.type().equals("mdat")) {
                fragments.add(new Span(start, box.end()));
                if (fragments.size() > Limits.FRAGMENTS) {
                    throw Unreadable.limit("too many fragments");
                }
                start = -1;
                inside = false;
            }
        }
        return fragments;
    }

    /** Everything but media data, and each block of the media data as a leaf. */
    private boolean blocks(List<Cbor> trees) {
        if (!Hashes.same(hash(0, file.length()), fields.bytes("hash"))) {
            return false;
        }
        List<BmffBox> media = boxes.stream().filter(box -> box.type().equals("mdat")).toList();
        if (media.size() != trees.size()) {
            return false;
        }
        for (int i = 0; i < media.size(); i++) {
            List<byte[]> leaves = new ArrayList<>();
            for (Span block : MediaBlocks.of(trees.get(i), media.get(i))) {
                leaves.add(algorithm.digest().part(file, block.start(), block.end()).value());
            }
            if (!new HashTree(trees.get(i), algorithm).holds(leaves)) {
                return false;
            }
        }
        return true;
    }
}
