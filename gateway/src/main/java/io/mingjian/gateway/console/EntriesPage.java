package io.mingjian.gateway.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 名录: entries and candidates, the newest first.
 *
 * @param next link to the next page; empty on the last
 */
record EntriesPage(List<QueuePage.Link> states, List<Line> lines, String next) {
    private static final List<String> STATES =
            List.of(
                    "CANDIDATE",
                    "UNDER_REVIEW",
                    "NOTICED",
                    "DEFENCE_RECEIVED",
                    "HEARD",
                    "LISTED",
                    "OBJECTION_RAISED",
                    "OBJECTION_ACCEPTED",
                    "REMOVAL_REVIEW",
                    "REVOKED");

    /** A line of the list. */
    record Line(
            String href,
            String name,
            String state,
            String effect,
            String ground,
            String organisation,
            Due due) {
        static Line of(EntryAnswer entry) {
            FilingAnswer.Clock due = entry.due();
            List<EntryAnswer.Ground> grounds =
                    entry.grounds() == null ? List.of() : entry.grounds();
            String first = grounds.isEmpty() ? null : grounds.get(0).explanation();
            return new Line(
                    EntryPage.PATH + "/" + entry.id(),
                    entry.entryNo() == null
                            ? "候选 " + Times.of(entry.proposedAt())
                            : entry.entryNo(),
                    entry.stateName(),
                    EntryPage.effect(entry),
                    first == null ? "" : first,
                    Wording.of("organisation", entry.organisation()),
                    due == null
                            ? Due.of(null, null, false)
                            : Due.of(due.dueOn(), due.remainingWorkingDays(), due.provisional()));
        }
    }

    /** The state if there is one of this name, else none. */
    static String state(@Nullable String asked) {
        return asked != null && STATES.contains(asked) ? asked : "";
    }

    static EntriesPage of(String state, EntryAnswer.Listed answer) {
        List<EntryAnswer> items = answer.items() == null ? List.of() : answer.items();
        String cursor = answer.nextCursor();
        return new EntriesPage(
                Stream.concat(Stream.of(""), STATES.stream())
                        .map(
                                each ->
                                        new QueuePage.Link(
                                                each.isEmpty() ? "全部" : Wording.of("entry", each),
                                                href(each, ""),
                                                each.equals(state)))
                        .toList(),
                items.stream().map(Line::of).toList(),
                cursor == null ? "" : href(state, cursor));
    }

    private static String href(String state, String cursor) {
        List<String> parts =
                Stream.of(part("state", state), part("cursor", cursor))
                        .filter(part -> !part.isEmpty())
                        .toList();
        return parts.isEmpty() ? EntryPage.PATH : EntryPage.PATH + "?" + String.join("&", parts);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
