package io.mingjian.monitoring.paper;

import io.mingjian.paper.TextVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of all papers, in all versions ({@code papers/templates.yaml}). A kind without a text,
 * a version twice, or a place that a paper need not fill stops the start.
 */
final class PaperTemplates {
    /** The texts that ship with the service. */
    static final PaperTemplates SHIPPED =
            parse(TextVersions.shipped(PaperTemplates.class, "/papers/templates.yaml"));

    private final TextVersions<PaperTemplate> all;

    private PaperTemplates(TextVersions<PaperTemplate> all) {
        this.all = all;
    }

    /**
     * @throws IllegalStateException naming every fault
     */
    static PaperTemplates parse(String yaml) {
        return new PaperTemplates(
                TextVersions.parse(yaml, PaperTemplate.class, PaperTemplates::faults));
    }

    /** The text in force on a day: the newest that has begun. */
    PaperTemplate inForceOn(PaperKind kind, LocalDate day) {
        return all.inForceOn(kind, each -> each.kind() == kind, day);
    }

    /** The text that a paper was made with. */
    PaperTemplate version(PaperKind kind, int version) {
        return all.version(kind, each -> each.kind() == kind, version);
    }

    /** What shows whether a version still says what it said. */
    static String sm3(PaperTemplate template) {
        return TextVersions.sm3(template);
    }

    private static List<String> faults(List<PaperTemplate> read) {
        List<String> faults = new ArrayList<>();
        for (PaperKind kind : PaperKind.values()) {
            List<PaperTemplate> own = read.stream().filter(each -> each.kind() == kind).toList();
            if (own.isEmpty()) {
                faults.add(kind + " has no text");
            }
            if (TextVersions.isTwice(own)) {
                faults.add(kind + " has a version or a first day twice");
            }
        }
        read.forEach(each -> faults.addAll(each.faults()));
        return faults;
    }
}
