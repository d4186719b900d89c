package io.mingjian.kit.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a service calls its imports, and in which tables they lie.
 *
 * @param machine who works at them
 * @param noun in paths, audit entries, cursors and meters, such as {@code lead-import}
 * @param jobs the table of jobs; those of pieces and rows are called after {@code parts}
 * @param number the column by which a row is told apart, if there is one
 * @param enteredAs the column of what a row has become
 * @param rowStates good, bad, entered, and perhaps repeated
 * @param seal absent if content lies open
 */
public record ImportTables(
        Caller machine,
        String noun,
        String zh,
        String en,
        String jobs,
        String parts,
        ImportStates<?> states,
        @Nullable String number,
        String enteredAs,
        List<String> rowStates,
        @Nullable Seal seal) {

    /** With the names of this service in it. */
    String sql(String template) {
        return template.replace("{jobs}", jobs)
                .replace("{pieces}", parts + "_piece")
                .replace("{rows}", parts + "_row")
                .replace("{reading}", states.reading().name())
                .replace("{shown}", states.shown().name())
                .replace("{entering}", states.entering().name())
                .replace("{failed}", states.failed().name())
                .replace("{cancelled}", states.cancelled().name())
                .replace("{entered}", name(Outcome.Fate.ENTERED))
                .replace("{numberColumn}", number == null ? "" : number + ", ")
                .replace("{numberGiven}", number == null ? "" : "number, ")
                .replace("{number}", number == null ? "cast(null as text)" : number)
                .replace("{as}", enteredAs)
                .replace("{content}", seal == null ? "content" : "sealed")
                .replace(
                        "{written}",
                        seal == null ? "cast(content as jsonb)" : "decode(content, 'base64')")
                .replace(
                        "{read}",
                        seal == null ? "cast(content as text)" : "encode(sealed, 'base64')");
    }

    String name(Outcome.Fate fate) {
        return rowStates.get(fate.ordinal());
    }

    /**
     * The state of rows that somebody asks for.
     *
     * @throws Malformed if there is none of that name
     */
    String rowState(String given) {
        String wanted = given.toUpperCase(Locale.ROOT);
        if (rowStates.contains(wanted)) {
            return wanted;
        }
        List<String> names = rowStates.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        int last = names.size() - 1;
        throw new Malformed(
                new FieldError(
                        "/state",
                        "unknown-code",
                        "状态可用：" + String.join("、", names) + "。",
                        "Use "
                                + String.join(", ", names.subList(0, last))
                                + " or "
                                + names.get(last)
                                + "."));
    }
}
