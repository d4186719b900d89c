package io.mingjian.detection.c2pa;

import java.util.List;
import java.util.Optional;

/** The manifests of a file in order; the last one speaks for the file. */
record ManifestStore(List<Manifest> manifests) {

    ManifestStore {
        manifests = List.copyOf(manifests);
    }

    static ManifestStore read(byte[] bytes) {
        Jumbf root = JumbfReader.read(bytes);
        if (!root.label().equals("c2pa") || root.boxes().isEmpty()) {
            throw Unreadable.damaged("no manifest in the store");
        }
        if (root.boxes().size() > Limits.MANIFESTS) {
            throw Unreadable.limit("too many manifests");
        }
        boolean unique =
                root.boxes().stream().map(Jumbf::label).distinct().count() == root.boxes().size();
        if (!unique) {
            throw Unreadable.damaged("two manifests of one label");
        }
        return new ManifestStore(root.boxes().stream().map(Manifest::of).toList());
    }

    Manifest active() {
        return manifests.get(manifests.size() - 1);
    }

    Optional<Manifest> find(String label) {
        return manifests.stream().filter(m -> m.label().equals(label)).findFirst();
    }
}
