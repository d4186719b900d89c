package io.mingjian.monitoring.bundle;

import java.util.Optional;

/** How a manifest is written, by its name. */
enum ManifestKind {
    JSON("manifest.json"),
    CSV("manifest.csv"),
    XLSX("manifest.xlsx");

    private final String fileName;

    ManifestKind(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    static Optional<ManifestKind> named(String name) {
        for (ManifestKind each : values()) {
            if (each.fileName.equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
