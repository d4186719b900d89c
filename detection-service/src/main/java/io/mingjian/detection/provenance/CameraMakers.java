package io.mingjian.detection.provenance;

import io.mingjian.detection.finding.DataTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makers of cameras and phones, and how their own notes begin. */
final class CameraMakers {
    private static final List<Maker> KNOWN =
            DataTable.rows(CameraMakers.class, "makers.csv").stream()
                    .map(row -> new Maker(row.get(0), heads(row.get(1))))
                    .toList();

    private CameraMakers() {}

    /**
     * One row.
     *
     * @param name beginning of the field Make in capitals
     * @param heads beginnings of its notes; none where they begin with plain fields
     */
    record Maker(String name, List<String> heads) {
        boolean begins(String note) {
            return heads.stream().anyMatch(note::startsWith);
        }
    }

    static Optional<Maker> named(String make) {
        String upper = make.toUpperCase(Locale.ROOT);
        return KNOWN.stream().filter(maker -> upper.startsWith(maker.name())).findFirst();
    }

    /** Whose notes begin like these. */
    static Optional<Maker> writing(String note) {
        return KNOWN.stream().filter(maker -> maker.begins(note)).findFirst();
    }

    private static List<String> heads(String cell) {
        return Arrays.stream(cell.split(";")).filter(head -> !head.isEmpty()).toList();
    }
}
