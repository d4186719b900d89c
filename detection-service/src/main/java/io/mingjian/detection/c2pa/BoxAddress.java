package io.mingjian.detection.c2pa;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Address of a box inside a store, as links write it: {@code self#jumbf=} and then a path, absolute
 * from the store ({@code /c2pa/<manifest>/…}, sometimes without its first stroke) or relative to
 * the manifest that holds the link.
 *
 * @param manifest label of the manifest
 * @param path labels below the manifest
 */
record BoxAddress(String manifest, List<String> path) {
    private static final String SCHEME = "self#jumbf=";

    BoxAddress {
        path = List.copyOf(path);
    }

    static Optional<BoxAddress> of(String url, String holder) {
        if (!url.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String raw = url.substring(SCHEME.length());
        List<String> labels =
                Arrays.stream(raw.split("/")).filter(label -> !label.isEmpty()).toList();
        boolean absolute = labels.size() > 1 && labels.get(0).equals("c2pa");
        if (absolute) {
            return Optional.of(new BoxAddress(labels.get(1), labels.subList(2, labels.size())));
        }
        return labels.isEmpty() || raw.startsWith("/")
                ? Optional.empty()
                : Optional.of(new BoxAddress(holder, labels));
    }

    /** The same address as reports and recorded results write it. */
    String url() {
        return SCHEME + "/c2pa/" + manifest + (path.isEmpty() ? "" : "/" + String.join("/", path));
    }

    String last() {
        return path.isEmpty() ? manifest : path.get(path.size() - 1);
    }
}
