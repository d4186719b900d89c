package io.mingjian.detection.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for implicit labels in the texts of a file: first in the places that the guides name, then,
 * behind a gate, in every other text.
 *
 * @param labels readable labels, in file order
 * @param malformed exact places whose content is no readable label
 * @param residues remains of a label that is gone
 * @param privateFields fields of an app that resemble a label
 * @param unread packets that were refused
 */
record LabelScan(
        List<Sighting> labels,
        List<Carrier> malformed,
        List<Residue> residues,
        List<PrivateField> privateFields,
        List<Unread> unread) {
    static final String NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";
    private static final String KEY = "AIGC";
    private static final String PRIVATE = "aigc_label_type";

    /** A label, where it lies, and how place and fields differ from the guides. */
    record Sighting(Carrier carrier, GbLabel label, List<String> deviations) {}

    record Residue(Carrier carrier, String kind) {}

    record PrivateField(Carrier carrier, String value) {}

    static LabelScan of(Carriers carriers) {
        Scan scan = new Scan();
        for (Carrier carrier : carriers.texts()) {
            if (carrier.isXmp()) {
                scan.packet(carrier);
            } else {
                scan.text(carrier);
            }
        }
        scan.unread.addAll(carriers.unread());
        return new LabelScan(
                List.copyOf(scan.labels),
                List.copyOf(scan.malformed),
                List.copyOf(scan.residues),
                List.copyOf(scan.privateFields),
                List.copyOf(scan.unread));
    }

    private static final class Scan {
        private final List<Sighting> labels = new ArrayList<>();
        private final List<Carrier> malformed = new ArrayList<>();
        private final List<Residue> residues = new ArrayList<>();
        private final List<PrivateField> privateFields = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();

        private void packet(Carrier carrier) {
            if (carrier.length() > 0 && carrier.text().replace("\0", "").isBlank()) {
                residues.add(new Residue(carrier, "EMPTY_PACKET"));
                return;
            }
            Xmp.Reading reading = Xmp.read(carrier.text());
            if (reading instanceof Xmp.Reading.Read read) {
                properties(carrier, read.xmp());
            } else if (reading instanceof Xmp.Reading.Refused refused) {
                unread.add(
                        new Unread(
                                refused.code(),
                                carrier.place().name(),
                                carrier.offset(),
                                carrier.length()));
            }
        }

        private void properties(Carrier carrier, Xmp xmp) {
            boolean named = false;
            for (Xmp.Property property : xmp.properties()) {
                boolean exact =
                        property.namespace().equals(NAMESPACE) && property.name().equals(KEY);
                if (exact) {
                    named = true;
                    List<String> how =
                            property.isAttribute() ? List.of("XMP_ATTRIBUTE") : List.of();
                    exact(carrier, property.value(), how);
                } else if (property.name().equals(KEY)) {
                    gated(carrier, property.value(), List.of("FOREIGN_NAMESPACE"));
                } else {
                    gated(carrier, property.value(), List.of("FOREIGN_PROPERTY"));
                }
            }
            if (!named && xmp.namespaces().contains(NAMESPACE)) {
                residues.add(new Residue(carrier, "NAMESPACE_WITHOUT_LABEL"));
            }
        }

        private void text(Carrier carrier) {
            if (carrier.isNamed(KEY)) {
                List<String> how =
                        carrier.place().isGuided()
                                ? List.of()
                                : List.of("KEYWORD_IN_" + carrier.place());
                exact(carrier, carrier.text(), how);
                return;
            }
            boolean blob =
                    carrier.place() == Carrier.Place.JPEG_SEGMENT
                            || carrier.place() == Carrier.Place.JPEG_COMMENT;
            int at = blob ? carrier.text().indexOf(KEY) : 0;
            gated(carrier, carrier.text().substring(Math.max(0, at)), List.of());
        }

        private void exact(Carrier carrier, String value, List<String> how) {
            if (value.replace("\0", "").isBlank()) {
                residues.add(new Residue(carrier, "EMPTY_LABEL"));
                return;
            }
            Optional<Json> json = Json.object(value).map(Scan::unwrapped);
            if (json.isEmpty() || json.get().values().isEmpty()) {
                malformed.add(carrier);
            } else {
                add(carrier, json.get(), how);
            }
        }

        private void gated(Carrier carrier, String value, List<String> how) {
            if (!value.contains("{")) {
                return;
            }
            Optional<Json> json = Json.object(value);
            json.flatMap(j -> j.get(PRIVATE))
                    .ifPresent(v -> privateFields.add(new PrivateField(carrier, v)));
            json.map(Scan::unwrapped)
                    .filter(GbLabel::looksLikeLabel)
                    .ifPresent(j -> add(carrier, j, how));
        }

        private void add(Carrier carrier, Json json, List<String> how) {
            GbLabel label = GbLabel.of(json);
            List<String> deviations = new ArrayList<>(carrier.deviations());
            deviations.addAll(how);
            if (carrier.keyword().equals("ImageDescription")) {
                deviations.add("IN_IMAGE_DESCRIPTION");
            }
            deviations.addAll(label.deviations());
            labels.add(new Sighting(carrier, label, deviations.stream().distinct().toList()));
        }

        /** {@code {"AIGC": {…}}} and {@code {…}} both occur; so does the inner object as a text. */
        private static Json unwrapped(Json json) {
            return json.values().entrySet().stream()
                    .filter(e -> e.getKey().toUpperCase(Locale.ROOT).equals(KEY))
                    .findFirst()
                    .flatMap(e -> Json.object(e.getValue()))
                    .orElse(json);
        }
    }
}
