package io.mingjian.detection.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mingjian.detection.evaluation.Rates.Share;
import io.mingjian.detection.evaluation.Result.FalseAlarms;
import io.mingjian.detection.evaluation.Result.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The result in three forms: a table for programs, one for people, and all of it as JSON. */
final class Tables {
    private static final String HEADING =
            "score,split,generator,label,step,generated,real,auc,auc_low,auc_high,"
                    + "tpr_fpr1,tpr_fpr1_low,tpr_fpr1_high,tpr_fpr5,tpr_fpr5_low,tpr_fpr5_high";

    private Tables() {}

    static void write(Result result, Path folder) throws IOException {
        Files.writeString(
                folder.resolve("table.json"),
                new ObjectMapper()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(result)
                        + "\n");
        Files.writeString(folder.resolve("table.csv"), csv(result));
        Files.writeString(folder.resolve("table.md"), markdown(result));
    }

    private static String csv(Result result) {
        return Stream.concat(
                        Stream.of(HEADING),
                        Stream.concat(result.lines().stream(), result.twins().stream())
                                .map(Tables::row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Line line) {
        return String.join(
                ",",
                quoted(line.score()),
                quoted(line.split()),
                quoted(line.generator()),
                line.label(),
                line.step(),
                String.valueOf(line.generated()),
                String.valueOf(line.real()),
                cell(line.auc()),
                cell(line.aucLow()),
                cell(line.aucHigh()),
                cells(line.tprAtFpr1()),
                cells(line.tprAtFpr5()));
    }

    /** Quoted where needed; never begins like a formula. */
    private static String quoted(String text) {
        String safe = text.matches("[=+@-].*") ? "'" + text : text;
        return safe.matches(".*[\",\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String cells(Share share) {
        return cell(share.share()) + "," + cell(share.low()) + "," + cell(share.high());
    }

    private static String cell(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** The lines over all generators, for the terminal. */
    static String summary(Result result) {
        return lines(result.lines(), line -> line.generator().equals("all"));
    }

    static String markdown(Result result) {
        StringBuilder text = new StringBuilder();
        text.append("# Evaluation\n\n");
        text.append("Pictures: ").append(result.pictures());
        text.append("; steps: ").append(String.join(", ", result.steps()));
        text.append("; seed ").append(result.seed()).append(". Brackets are 95 % intervals");
        text.append(" (Wilson for rates, bootstrap for AUC).\n\n## All generators\n\n");
        text.append(summary(result));
        text.append("\n## Twin test\n\n");
        text.append(
                result.twins().isEmpty()
                        ? "No gallery of this manifest holds both classes: the twin test was not"
                                + " possible.\n"
                        : lines(result.twins(), line -> true));
        text.append("\n## False alarms by real source\n\n").append(alarms(result));
        text.append("\n## Borders at 1 %\n\n| score | step | channel | n | border |\n");
        text.append("|---|---|---|---|---|\n");
        result.thresholds()
                .forEach(
                        t ->
                                text.append(
                                        "| %s | %s | %s | %d | %s |%n"
                                                .formatted(
                                                        t.score(),
                                                        t.step(),
                                                        t.channel(),
                                                        t.pictures(),
                                                        t.value() == null
                                                                ? "too few"
                                                                : cell(t.value()))));
        text.append("\n## Gates\n\n| score | gate | passed | why |\n|---|---|---|---|\n");
        result.gates()
                .forEach(
                        g ->
                                text.append(
                                        "| %s | %s | %s | %s |%n"
                                                .formatted(
                                                        g.score(),
                                                        g.gate(),
                                                        g.passed() ? "yes" : "no",
                                                        g.why())));
        text.append(
                "\n## Cost on one core\n\n| what | n | CPU ms | peak MiB | model KiB |\n"
                        + "|---|---|---|---|---|\n");
        result.costs()
                .forEach(
                        c ->
                                text.append(
                                        "| %s | %d | %s | %s | %s |%n"
                                                .formatted(
                                                        c.name(),
                                                        c.pictures(),
                                                        c.cpuMilliseconds(),
                                                        told(c.peakMebibytes()),
                                                        told((c.modelBytes() + 1023) / 1024))));
        text.append("\n## By generator\n\n");
        text.append(
                lines(
                        result.lines(),
                        line ->
                                !line.generator().equals("all")
                                        && !line.score().startsWith(Scores.SATURATION)));
        return text.toString();
    }

    private static String told(long amount) {
        return amount == 0 ? "–" : String.valueOf(amount);
    }

    private static String lines(List<Line> lines, Predicate<Line> which) {
        StringBuilder text = new StringBuilder();
        text.append(
                "| score | split | generator | step | generated / real | AUC | TPR at FPR 1 % | TPR"
                        + " at FPR 5 % |\n|---|---|---|---|---|---|---|---|\n");
        lines.stream()
                .filter(which)
                .forEach(
                        line ->
                                text.append(
                                        "| %s | %s | %s | %s | %d / %d | %s | %s | %s |%n"
                                                .formatted(
                                                        line.score(),
                                                        line.split(),
                                                        line.generator()
                                                                + (line.label().equals("ai")
                                                                        ? ""
                                                                        : " ["
                                                                                + line.label()
                                                                                + "]"),
                                                        line.step(),
                                                        line.generated(),
                                                        line.real(),
                                                        auc(line),
                                                        share(line.tprAtFpr1()),
                                                        share(line.tprAtFpr5()))));
        return text.toString();
    }

    private static String auc(Line line) {
        if (line.auc() == null) {
            return "–";
        }
        return line.aucLow() == null || line.aucHigh() == null
                ? String.format(Locale.ROOT, "%.3f", line.auc())
                : String.format(
                        Locale.ROOT,
                        "%.3f [%.2f, %.2f]",
                        line.auc(),
                        line.aucLow(),
                        line.aucHigh());
    }

    private static String share(@Nullable Share share) {
        return share == null || share.count() == 0
                ? "–"
                : String.format(
                        Locale.ROOT, "%.3f [%.2f, %.2f]", share.share(), share.low(), share.high());
    }

    private static String alarms(Result result) {
        StringBuilder text = new StringBuilder();
        text.append(
                "| score | source | damage | step | n | above the shipped border | above the border"
                        + " of other sources |\n|---|---|---|---|---|---|---|\n");
        result.falseAlarms().stream()
                .filter(line -> !line.score().startsWith(Scores.SATURATION))
                .forEach(line -> text.append(alarm(line)));
        return text.toString();
    }

    private static String alarm(FalseAlarms line) {
        return "| %s | %s%s | %s | %s | %d | %s | %s |%n"
                .formatted(
                        line.score(),
                        line.source(),
                        line.learnedFrom() ? " (learned from)" : "",
                        line.damage(),
                        line.step(),
                        line.pictures(),
                        share(line.shipped()),
                        share(line.others()));
    }
}
