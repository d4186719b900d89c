package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 我的待办: the queue in the registry's order, the most urgent first.
 *
 * @param next link to the next page; empty on the last
 * @param first link to the first page; empty on it
 */
record QueuePage(List<Link> kinds, List<Link> states, List<Line> lines, String next, String first) {

    /** States by kind, in the order of the procedure. */
    private static final Map<String, List<String>> STATES =
            Map.of(
                    "",
                    List.of("REGISTERED", "ROUTED", "ACCEPTED", "VERIFYING"),
                    "COMPLAINT",
                    List.of(
                            "REGISTERED",
                            "ROUTED",
                            "ACCEPTED",
                            "NOT_ACCEPTED",
                            "TERMINATED",
                            "CLOSED"),
                    "REPORT",
                    List.of(
                            "REGISTERED",
                            "ROUTED",
                            "VERIFYING",
                            "CASE_FILED",
                            "NO_CASE",
                            "NO_AUTHORITY",
                            "CASE_CLOSED"));

    /** One choice of a filter. */
    record Link(String words, String href, boolean current) {}

    /**
     * What the list is narrowed to.
     *
     * @param kind empty for both
     * @param state empty for everything that is open
     */
    record Filter(String kind, String state) {
        static Filter of(@Nullable String kind, @Nullable String state) {
            String known =
                    Stream.of(FilingKind.values())
                            .map(Enum::name)
                            .filter(name -> name.equals(kind))
                            .findFirst()
                            .orElse("");
            String asked = state == null ? "" : state;
            boolean lawful = STATES.getOrDefault(known, List.of()).contains(asked);
            return new Filter(known, lawful ? asked : "");
        }

        String href(@Nullable String cursor) {
            List<String> parts = new ArrayList<>();
            add(parts, "kind", kind);
            add(parts, "state", state);
            add(parts, "cursor", cursor == null ? "" : cursor);
            return parts.isEmpty() ? "/queue" : "/queue?" + String.join("&", parts);
        }

        private static void add(List<String> parts, String name, String value) {
            if (!value.isEmpty()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * A line of the queue.
     *
     * @param band words for the evidence that asks for most attention
     * @param hint why a closer look is asked for; empty if it is not
     * @param flags what a listing of the filer asks for; empty if there is none
     */
    record Line(
            String href,
            Due due,
            String dueTitle,
            String kind,
            String kindCode,
            String registrationNo,
            String subject,
            String respondent,
            String filer,
            String district,
            String state,
            int evidence,
            int waiting,
            Exhibit.@Nullable Band band,
            String hint,
            String flags) {

        static Line of(QueueAnswer.Item item) {
            boolean report = FilingKind.REPORT.name().equals(item.kind());
            FilingAnswer.Hint hint = item.hint();
            String band = item.strongestBand();
            return new Line(
                    (report ? "/reports/" : "/complaints/") + item.filingId(),
                    Due.of(item.dueOn(), item.remainingWorkingDays(), item.dueProvisional()),
                    Wording.citation(item.dueBasis()),
                    Wording.of("kind", item.kind()),
                    item.kind(),
                    item.registrationNo(),
                    text(item.subject()),
                    text(item.respondent()),
                    item.filer() == null ? "匿名" : item.filer(),
                    text(item.districtName()),
                    Wording.of("state." + item.kind(), item.state()),
                    item.evidenceCount(),
                    item.evidenceWaiting(),
                    band == null ? null : Exhibit.Band.of(band, null),
                    hint == null ? "" : text(hint.explanation()),
                    flags(item.flags()));
        }

        private static String flags(@Nullable List<FilingAnswer.Flag> flags) {
            return flags == null
                    ? ""
                    : flags.stream().map(FilingAnswer.Flag::words).collect(Collectors.joining(" "));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** Whether the registry tells what each filing is about. */
    public boolean hasSubjects() {
        return lines.stream().anyMatch(line -> !line.subject().isEmpty());
    }

    static QueuePage of(Filter filter, boolean isFirst, QueueAnswer answer) {
        List<QueueAnswer.Item> items = answer.items() == null ? List.of() : answer.items();
        String cursor = answer.nextCursor();
        return new QueuePage(
                kinds(filter),
                states(filter),
                items.stream().map(Line::of).toList(),
                cursor == null ? "" : filter.href(cursor),
                isFirst ? "" : filter.href(null));
    }

    private static List<Link> kinds(Filter filter) {
        return Stream.of("", "COMPLAINT", "REPORT")
                .map(
                        kind ->
                                new Link(
                                        kind.isEmpty() ? "全部" : Wording.of("kind", kind),
                                        Filter.of(kind, filter.state()).href(null),
                                        kind.equals(filter.kind())))
                .toList();
    }

    private static List<Link> states(Filter filter) {
        String family = filter.kind().isEmpty() ? "state" : "state." + filter.kind();
        return Stream.concat(Stream.of(""), STATES.getOrDefault(filter.kind(), List.of()).stream())
                .map(
                        state ->
                                new Link(
                                        state.isEmpty() ? "全部在办" : Wording.of(family, state),
                                        new Filter(filter.kind(), state).href(null),
                                        state.equals(filter.state())))
                .toList();
    }
}
