package io.mingjian.kit.lifecycle;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints a lifecycle for people: its table and its picture (Mermaid), with zh-CN labels. */
public final class LifecycleDocument<S extends Enum<S>, T extends Enum<T>> {
    private final Lifecycle<S, T> lifecycle;
    private final Function<Enum<?>, String> label;

    private LifecycleDocument(Lifecycle<S, T> lifecycle, Function<Enum<?>, String> label) {
        this.lifecycle = lifecycle;
        this.label = label;
    }

    /**
     * The document in Markdown.
     *
     * @param title zh-CN heading
     * @param label what officers read for a state, a step or a limit
     */
    public static <S extends Enum<S>, T extends Enum<T>> String markdown(
            Lifecycle<S, T> lifecycle, String title, Function<Enum<?>, String> label) {
        var document = new LifecycleDocument<>(lifecycle, label);
        return """
               # %s

               <!-- Generated from the lifecycle table `%s`; change the table, then run the tests with -Dmingjian.update-docs=true. -->

               | 状态 | 步骤 | 转为 | 由谁 | 理由 | 期限 | 依据 |
               |---|---|---|---|---|---|---|
               %s

               ```mermaid
               stateDiagram-v2
               %s
               ```
               """
                .formatted(title, lifecycle.name(), document.table(), document.picture());
    }

    private String table() {
        return opening()
                + lifecycle.rows().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /** The beginning is a line of its own where it starts clocks. */
    private String opening() {
        return lifecycle.opening().isEmpty()
                ? ""
                : "| – | – | %s | – | – | %s | – |\n"
                        .formatted(named(lifecycle.initial()), clocks(lifecycle.opening()));
    }

    private String line(Row<S, T> row) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        named(row.from()),
                        named(row.step()),
                        named(row.to()),
                        row.by().zh(),
                        row.needsReasons() ? "须说明" : "可不填",
                        clocks(row.clocks().list()),
                        row.article().replace("|", "\\|"));
    }

    private String clocks(List<ClockAction> actions) {
        return actions.isEmpty()
                ? "–"
                : actions.stream().map(this::clock).collect(Collectors.joining("，"));
    }

    private String clock(ClockAction action) {
        return action.kind().zh() + "“" + label.apply((Enum<?>) action.limit()) + "”";
    }

    private String picture() {
        var names =
                lifecycle.states().stream().map(s -> "    %s : %s".formatted(s, label.apply(s)));
        var begin = "    [*] --> " + lifecycle.initial();
        var arrows =
                lifecycle.rows().stream()
                        .map(
                                row ->
                                        "    %s --> %s : %s"
                                                .formatted(
                                                        row.from(),
                                                        row.to(),
                                                        label.apply(row.step())));
        var ends = lifecycle.ends().stream().sorted().map(s -> "    %s --> [*]".formatted(s));
        return names.collect(Collectors.joining("\n", "", "\n"))
                + begin
                + arrows.collect(Collectors.joining("\n", "\n", "\n"))
                + ends.collect(Collectors.joining("\n"));
    }

    private String named(Enum<?> value) {
        return label.apply(value) + " `" + value.name() + "`";
    }
}
