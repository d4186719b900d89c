package io.mingjian.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.findings.Json;
import io.mingjian.client.journal.Done;
import io.mingjian.client.submission.Check;
import io.mingjian.client.submission.Problem;
import io.mingjian.client.submission.Submission;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one run of {@code submit} says at its end. The JSON is {@code mingjian-submit/1}: names and
 * meanings stay, names may be added.
 */
final class Report {
    private static final String FORMAT = "mingjian-submit/1";

    private final long begun = System.nanoTime();
    private Ending ending = Ending.ACCEPTED;
    private @Nullable Text why;
    private Check.@Nullable Seen seen;
    private Submission.@Nullable Tally tally;
    private List<Done> outcomes = List.of();
    private int stored;

    void checked(Check.Seen found) {
        seen = found;
    }

    void sent(Submission.Tally done, List<Done> all, int files) {
        tally = done;
        outcomes = all;
        stored = files;
    }

    void ends(Ending how, @Nullable Text because) {
        ending = how;
        why = because;
    }

    Ending ending() {
        return ending;
    }

    private List<Done> refused() {
        return outcomes.stream().filter(done -> !done.accepted()).toList();
    }

    private int accepted() {
        return outcomes.size() - refused().size();
    }

    private int total() {
        return seen == null ? 0 : seen.findings();
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (seen != null) {
            problems.addAll(seen.problems());
        }
        if (tally != null) {
            problems.addAll(tally.unsent());
        }
        return problems;
    }

    void print(Language language, PrintStream out) {
        for (Problem problem : problems()) {
            out.println(
                    "  %s %d  %s  %s  %s"
                            .formatted(
                                    Text.of("第", "at").in(language),
                                    problem.place(),
                                    problem.findingNo(),
                                    problem.file(),
                                    problem.text().in(language)));
        }
        if (seen != null && seen.problemCount() > seen.problems().size()) {
            out.println(
                    Text.of(
                                    "  其余 %d 处问题未列出",
                                    "  %d more problems are not listed",
                                    seen.problemCount() - seen.problems().size())
                            .in(language));
        }
        refused().forEach(done -> Refusals.print(done, out));
        if (tally != null) {
            out.println(
                    Text.of(
                                    "线索 %d 条：收下 %d 条（本次 %d 条），未收下 %d 条，未报送 %d 条；附件 %d 份（本次 %d 份）",
                                    "%d findings: %d accepted (%d now), %d refused, %d not sent;"
                                            + " %d files stored (%d now)",
                                    total(),
                                    accepted(),
                                    tally.taken() + tally.repeated(),
                                    refused().size(),
                                    notSent(),
                                    stored,
                                    tally.stored())
                            .in(language));
        }
        if (why != null) {
            out.println(why.in(language));
        }
        out.println(ending.text().in(language));
    }

    private int notSent() {
        return Math.max(0, total() - outcomes.size());
    }

    ObjectNode json(Language language, String door, String instruction) {
        ObjectNode document = Json.mapper().createObjectNode().put("format", FORMAT);
        document.put("door", door)
                .put("instruction", instruction)
                .put("ending", ending.name())
                .put("exitStatus", ending.status())
                .put("message", message(language))
                .put("resumable", ending == Ending.INTERRUPTED);
        ObjectNode findings = document.putObject("findings");
        findings.put("total", total())
                .put("accepted", accepted())
                .put("refused", refused().size())
                .put("notSent", notSent())
                .put("takenNow", tally == null ? 0 : tally.taken())
                .put("knownAlready", tally == null ? 0 : tally.repeated());
        document.putObject("attachments")
                .put("stored", stored)
                .put("storedNow", tally == null ? 0 : tally.stored());
        ArrayNode refusals = document.putArray("refused");
        refused().forEach(done -> refusals.add(Refusals.json(done)));
        document.put("problemCount", seen == null ? 0 : seen.problemCount());
        ArrayNode problems = document.putArray("problems");
        for (Problem problem : problems()) {
            problems.addObject()
                    .put("place", problem.place())
                    .put("findingNo", problem.findingNo())
                    .put("file", problem.file())
                    .put("code", problem.code())
                    .put("detail", problem.text().in(language));
        }
        document.put(
                "seconds",
                Double.parseDouble(
                        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begun) / 1e9)));
        return document;
    }

    private String message(Language language) {
        String text = ending.text().in(language);
        return why == null ? text : why.in(language) + " — " + text;
    }
}
