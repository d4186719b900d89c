package io.mingjian.detection.c2pa;

import java.util.ArrayList;
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
        return new ManifestStore(manifests(root.boxes()));
    }

    /** Compressed ones have a common limit, so that many small ones are no way around it. */
    private static List<Manifest> manifests(List<Jumbf> boxes) {
        List<Manifest> manifests = new ArrayList<>();
        int left = Limits.STORE_BYTES;
        for (Jumbf box : boxes) {
            if (box.type().equals("c2cm")) {
                Jumbf open = CompressedManifest.open(box, left);
                left -= open.store().length();
                manifests.add(Manifest.of(open));
            } else {
                manifests.add(Manifest.of(box));
            }
        }
        return manifests;
    }

    Manifest active() {
        return manifests.get(manifests.size() - 1);
    }

    Optional<Manifest> find(String label) {
        return manifests.stream().filter(m -> m.label().equals(label)).findFirst();
    }
}
