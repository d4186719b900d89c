package io.mingjian.detection.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One manifest: assertions, the claim that lists them, and the signature over the claim.
 *
 * @param label its name in the store
 * @param update true when it only adds to the manifest before it and binds no file of its own
 * @param box where it lies
 * @param claim what was signed
 */
record Manifest(String label, boolean update, Jumbf box, Claim claim) {

    static Manifest of(Jumbf box) {
        boolean update =
                switch (box.type()) {
                    case "c2ma" -> false;
                    case "c2um" -> true;
                    default -> throw Unreadable.unsupported("manifest of an unknown type");
                };
        return new Manifest(box.label(), update, box, claim(box));
    }

    private static Claim claim(Jumbf box) {
        Optional<Jumbf> second = box.box("c2pa.claim.v2");
        Optional<Jumbf> found = second.or(() -> box.box("c2pa.claim"));
        byte[] bytes =
                found.flatMap(claim -> claim.content("cbor"))
                        .orElseThrow(() -> Unreadable.damaged("manifest without a claim"));
        return Claim.of(bytes, second.isPresent() ? 2 : 1, box.label());
    }

    /** The box at an address below this manifest. */
    Optional<Jumbf> find(BoxAddress address) {
        Optional<Jumbf> found = Optional.of(box);
        for (String step : address.path()) {
            found = found.flatMap(at -> at.box(step));
        }
        return found;
    }

    /** Assertions that the claim lists and the manifest holds, whose label starts so. */
    List<Jumbf> assertions(String prefix) {
        List<Jumbf> found = new ArrayList<>();
        for (HashedLink link : claim.assertions()) {
            if (link.address().last().startsWith(prefix)
                    && link.address().manifest().equals(label)) {
                find(link.address()).ifPresent(found::add);
            }
        }
        return found;
    }

    BoxAddress address(String... path) {
        return new BoxAddress(label, List.of(path));
    }
}
