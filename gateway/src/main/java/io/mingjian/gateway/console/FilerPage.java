package io.mingjian.gateway.console;

import static java.util.stream.Collectors.joining;

import io.mingjian.gateway.console.ActForm.Field;
import io.mingjian.gateway.console.ActForm.Widget;
import io.mingjian.gateway.console.DossierAnswer.Face;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 投诉举报人: one person who files, with who may be the same.
 *
 * @param known what hangs together by shared contacts; absent while the registry cannot tell
 */
record FilerPage(
        String href,
        String notice,
        List<String> faults,
        DossierAnswer dossier,
        List<Line> timeline,
        @Nullable ClusterAnswer cluster,
        List<Link> links,
        List<Merge> merges,
        @Nullable ActForm byHand) {

    /** Steps about a merge and the last parts of their addresses, in the order of the page. */
    private static final Map<String, String> STEPS =
            Map.of("MERGE", "confirmation", "DISMISS", "dismissal", "SEPARATE", "separation");

    private static final String BY_HAND = "merges";

    /**
     * @param href empty for what another bureau has
     */
    record Line(
            String day,
            String kind,
            String kindCode,
            String no,
            String href,
            String respondent,
            String state,
            String facts) {}

    /** A contact and the persons who have it, in words. */
    record Link(String kind, String contact, String persons) {}

    /** A finding that two filers are one, with what can be done about it. */
    record Merge(
            String two, String state, String rule, boolean documentsDiffer, List<ActForm> acts) {}

    /**
     * What was just tried.
     *
     * @param act as {@code 01…/confirmation}, or {@code merges}
     */
    record Tried(String act, Map<String, String> typed, ServiceProblem problem) {
        static final Tried NOTHING = new Tried("", Map.of(), ServiceProblem.SILENT);
    }

    /** What the registry answered. */
    record Answers(
            DossierAnswer dossier,
            @Nullable ClusterAnswer cluster,
            @Nullable MergesAnswer merges) {}

    static FilerPage of(String id, Officer officer, Answers answers, String notice, Tried tried) {
        String href = "/filers/" + id;
        boolean decides = officer.hasAny(Set.of("REVIEWER", "HEAD"));
        Forms forms = new Forms(href, officer.subject(), tried);
        return new FilerPage(
                href,
                notice,
                tried.act().isEmpty() ? List.of() : faults(tried.problem()),
                answers.dossier(),
                answers.dossier().timeline().stream().map(FilerPage::line).toList(),
                answers.cluster(),
                links(answers.cluster()),
                merges(answers.merges(), decides, forms),
                decides ? forms.byHand() : null);
    }

    private static List<String> faults(ServiceProblem problem) {
        return problem.faults().isEmpty()
                ? List.of(problem.text())
                : problem.faults().stream().map(ServiceProblem.Fault::text).toList();
    }

    private static Line line(DossierAnswer.Line line) {
        boolean report = "REPORT".equals(line.kind());
        return new Line(
                Objects.toString(line.receivedOn(), ""),
                Wording.of("kind", line.kind()),
                line.kind(),
                line.registrationNo(),
                line.filingId() == null
                        ? ""
                        : (report ? "/reports/" : "/complaints/") + line.filingId(),
                line.respondent() == null ? "" : line.respondent(),
                Wording.of("state." + line.kind(), line.state()),
                line.facts() == null ? "" : String.join("；", line.facts()));
    }

    private static List<Link> links(@Nullable ClusterAnswer cluster) {
        if (cluster == null || cluster.links() == null) {
            return List.of();
        }
        List<Face> persons = cluster.persons() == null ? List.of() : cluster.persons();
        return cluster.links().stream()
                .map(link -> new Link(link.kindName(), link.contact(), names(link, persons)))
                .toList();
    }

    private static String names(ClusterAnswer.Link link, List<Face> persons) {
        Stream<String> known =
                persons.stream()
                        .filter(
                                each ->
                                        link.persons() != null
                                                && link.persons().contains(each.filerId()))
                        .map(Face::words);
        Stream<String> others =
                link.elsewhere() == 0
                        ? Stream.empty()
                        : Stream.of("另有 " + link.elsewhere() + " 人不在本局");
        return Stream.concat(known, others).collect(joining("；"));
    }

    private static List<Merge> merges(@Nullable MergesAnswer answer, boolean decides, Forms forms) {
        if (answer == null || answer.items() == null) {
            return List.of();
        }
        return answer.items().stream().map(each -> merge(each, decides, forms)).toList();
    }

    private static Merge merge(MergesAnswer.Merge merge, boolean decides, Forms forms) {
        List<Face> two = merge.filers() == null ? List.of() : merge.filers();
        List<String> steps = merge.openSteps() == null ? List.of() : merge.openSteps();
        return new Merge(
                two.stream().map(Face::words).collect(joining(" ／ ")),
                merge.stateName(),
                merge.ruleText(),
                merge.documentsDiffer(),
                decides
                        ? steps.stream()
                                .filter(STEPS::containsKey)
                                .map(step -> forms.decision(merge, step))
                                .toList()
                        : List.of());
    }

    /** The forms of the page. */
    private record Forms(String href, String subject, Tried tried) {
        ActForm decision(MergesAnswer.Merge merge, String step) {
            String act = merge.id() + "/" + STEPS.get(step);
            return form(
                    act,
                    "merges/" + act,
                    Wording.of("merge", step),
                    "\"" + merge.version() + "\"",
                    List.of(reasons(act)));
        }

        ActForm byHand() {
            Field other =
                    new Field(
                            "merge-other",
                            "otherFilerId",
                            Widget.LINE,
                            Wording.text("merge.other"),
                            true,
                            Wording.text("merge.other.hint"),
                            typed(BY_HAND, "otherFilerId"),
                            "",
                            List.of(),
                            List.of());
            return form(
                    BY_HAND,
                    BY_HAND,
                    Wording.text("merge.byHand"),
                    "",
                    List.of(other, reasons(BY_HAND)));
        }

        private ActForm form(
                String act, String under, String title, String version, List<Field> fields) {
            String id = "act-" + act.replace('/', '-');
            return new ActForm(
                    id,
                    title,
                    "",
                    "",
                    href + "/" + under,
                    version,
                    "",
                    "draft:" + subject + ":" + id + ":" + version,
                    false,
                    tried.act().equals(act),
                    fields);
        }

        private Field reasons(String act) {
            return new Field(
                    "reasons-" + act.replace('/', '-'),
                    "reasons",
                    Widget.AREA,
                    Wording.text("merge.reasons"),
                    true,
                    "",
                    typed(act, "reasons"),
                    "",
                    List.of(),
                    List.of());
        }

        private String typed(String act, String key) {
            return tried.act().equals(act) ? tried.typed().getOrDefault(key, "") : "";
        }
    }
}
