package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that leaves boxes, or parts of them, out of the hash of an ISO base media file.
 *
 * @param rule as stated
 * @param steps of its path
 */
record BmffExclusion(Cbor rule, List<Step> steps) {
    private static final int FLAG_BYTES = 3;
    private static final Pattern STEP = Pattern.compile("(.{4})(?:\\[(\\d{1,6})])?");

    /** One box type on a path; {@code number} counts boxes of that type from 1, 0 means all. */
    record Step(String type, int number) {}

    BmffExclusion {
        steps = List.copyOf(steps);
    }

    static BmffExclusion of(Cbor rule) {
        String path = rule.text("xpath").orElse("");
        List<Step> steps = new ArrayList<>();
        for (String part : path.substring(Math.min(1, path.length())).split("/")) {
            Matcher step = STEP.matcher(part);
            if (!step.matches() || steps.size() > Limits.BOX_DEPTH) {
                throw Unreadable.unsupported("exclusion path");
            }
            String number = step.group(2);
            steps.add(new Step(step.group(1), number == null ? 0 : Integer.parseInt(number)));
        }
        return new BmffExclusion(rule, steps);
    }

    /** Boxes to which the rule applies. */
    List<BmffBox> matches(ByteView file, List<BmffBox> boxes) {
        List<BmffBox> level = boxes;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            List<BmffBox> named =
                    level.stream().filter(box -> box.type().equals(step.type)).toList();
            List<BmffBox> chosen =
                    step.number == 0
                            ? named
                            : named.stream().skip(step.number - 1L).limit(1).toList();
            boolean last = i + 1 == steps.size();
            level = last ? chosen : chosen.stream().flatMap(b -> b.inner().stream()).toList();
        }
        return level.stream().filter(box -> applies(file, box)).toList();
    }

    private boolean applies(ByteView file, BmffBox box) {
        OptionalLong length = rule.number("length");
        OptionalLong version = rule.number("version");
        return (length.isEmpty() || length.getAsLong() == box.end() - box.start())
                && (version.isEmpty() || version.getAsLong() == byteAt(file, box, 0))
                && flagsApply(file, box)
                && rule.list("data").stream().allMatch(data -> dataApplies(file, box, data));
    }

    private static int byteAt(ByteView file, BmffBox box, int offset) {
        return box.content() + offset < box.end() ? file.u8(box.content() + offset) : -1;
    }

    /** Flags must be equal, or at least be set where the rule says that they need not be exact. */
    private boolean flagsApply(ByteView file, BmffBox box) {
        Optional<byte[]> stated = rule.bytes("flags");
        if (stated.isEmpty()) {
            return true;
        }
        if (stated.get().length != FLAG_BYTES) {
            throw Unreadable.unsupported("flags that are no three bytes");
        }
        boolean exact = rule.flag("exact").orElse(true);
        for (int i = 0; i < stated.get().length; i++) {
            int wanted = stated.get()[i] & 0xFF;
            int found = byteAt(file, box, 1 + i);
            if (found < 0 || (exact ? found != wanted : (found & wanted) != wanted)) {
                return false;
            }
        }
        return true;
    }

    private static boolean dataApplies(ByteView file, BmffBox box, Cbor data) {
        byte[] value = data.bytes("value").orElse(new byte[0]);
        if (value.length > Limits.EXCLUSION_DATA) {
            throw Unreadable.unsupported("exclusion by more data than a name");
        }
        long from = box.start() + data.number("offset").orElse(0);
        return from >= box.start()
                && from <= box.end() - value.length
                && Hashes.same(file.copy((int) from, value.length), Optional.of(value));
    }

    /** What of a box is left out. */
    List<Span> spans(BmffBox box) {
        List<Cbor> subset = rule.list("subset");
        return subset.isEmpty()
                ? List.of(box.span())
                : subset.stream().flatMap(part -> part(box, part).stream()).toList();
    }

    /** A length of 0 reaches to the end of the box. */
    private static Optional<Span> part(BmffBox box, Cbor part) {
        long from = box.start() + Math.min(part.number("offset").orElse(0), box.end());
        long length = part.number("length").orElse(0);
        if (from < box.start() || from >= box.end() || length < 0) {
            return Optional.empty();
        }
        long end = length == 0 ? box.end() : Math.min(box.end(), from + length);
        return Optional.of(new Span((int) from, (int) end));
    }

    boolean takesWholeBoxes() {
        return rule.list("subset").isEmpty();
    }
}
