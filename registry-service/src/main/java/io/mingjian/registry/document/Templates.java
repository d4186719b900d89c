package io.mingjian.registry.document;

import io.mingjian.paper.TextVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of all notices, in all versions ({@code templates/notices.yaml}). A kind without a text
 * for one of its addressees, a version twice, or a place that an order need not fill stops the
 * start.
 */
final class Templates {
    private final TextVersions<Template> all;

    private Templates(TextVersions<Template> all) {
        this.all = all;
    }

    /** The texts that ship with the service. */
    static Templates shipped() {
        return parse(TextVersions.shipped(Templates.class, "/templates/notices.yaml"));
    }

    /**
     * @throws IllegalStateException naming every fault
     */
    static Templates parse(String yaml) {
        return new Templates(TextVersions.parse(yaml, Template.class, Templates::faults));
    }

    /**
     * The text in force on a day: the newest that has begun.
     *
     * @throws IllegalStateException if none has begun
     */
    Template inForceOn(NoticeKind kind, Addressee addressee, LocalDate day) {
        return all.inForceOn(kind, each -> isFor(each, kind, addressee), day);
    }

    /** The text that a notice was made with. */
    Template version(NoticeKind kind, Addressee addressee, int version) {
        return all.version(kind, each -> isFor(each, kind, addressee), version);
    }

    /** What shows whether a version still says what it said. */
    static String sm3(Template template) {
        return TextVersions.sm3(
                List.of(
                        template.kind(),
                        template.version(),
                        template.title(),
                        template.series(),
                        template.article(),
                        template.paragraphs().stream()
                                .map(each -> each.when() + ":" + each.text())
                                .toList()));
    }

    private static boolean isFor(Template each, NoticeKind kind, Addressee addressee) {
        return each.kind() == kind && each.addressees().contains(addressee);
    }

    private static List<String> faults(List<Template> read) {
        List<String> faults = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            for (Addressee addressee : Addressee.values()) {
                faults.addAll(faultsOf(kind, addressee, read));
            }
        }
        for (Template each : read) {
            faults.addAll(faultsOf(each));
        }
        return faults;
    }

    private static List<String> faultsOf(
            NoticeKind kind, Addressee addressee, List<Template> read) {
        List<Template> own = read.stream().filter(each -> isFor(each, kind, addressee)).toList();
        if (own.isEmpty() == kind.mayGoTo(addressee)) {
            return List.of(
                    kind
                            + (own.isEmpty() ? " has no text for " : " may not speak to ")
                            + addressee);
        }
        return TextVersions.isTwice(own)
                ? List.of(kind + " has a version or a first day twice")
                : List.of();
    }

    private static List<String> faultsOf(Template template) {
        List<String> faults = new ArrayList<>();
        for (Template.Paragraph each : template.paragraphs()) {
            String when = each.when();
            if (when != null && !when.equals("due") && !template.kind().knows(when)) {
                faults.add(template.kind() + " has no fact " + when);
            }
            each.places().stream()
                    .filter(place -> !each.isSure(template.kind(), place))
                    .forEach(
                            place ->
                                    faults.add(
                                            template.kind()
                                                    + " v"
                                                    + template.version()
                                                    + " leaves {"
                                                    + place
                                                    + "} open"));
        }
        return faults;
    }
}
