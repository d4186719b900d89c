package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.HashAlgorithm.Digest;
import io.mingjian.detection.media.ByteView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bytes of a file from {@code start} to before {@code end}. */
record Span(int start, int end) {
    static final Comparator<Span> IN_FILE = Comparator.comparingInt(Span::start);

    /** What remains of a file of this length, in order. */
    static List<Span> without(List<Span> excluded, int length) {
        List<Span> rest = new ArrayList<>();
        int at = 0;
        for (Span span : excluded.stream().sorted(IN_FILE).toList()) {
            if (span.start > at) {
                rest.add(new Span(at, Math.min(span.start, length)));
            }
            at = Math.max(at, span.end);
        }
        if (at < length) {
            rest.add(new Span(at, length));
        }
        return rest;
    }

    /** Neighbours joined, in order. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted(IN_FILE).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).end >= span.start) {
                int end = Math.max(merged.get(last).end, span.end);
                merged.set(last, new Span(merged.get(last).start, end));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    static Digest feed(Digest digest, ByteView file, List<Span> spans) {
        spans.forEach(span -> digest.part(file, span.start, span.end));
        return digest;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
