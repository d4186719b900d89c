package io.mingjian.kit.testing;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.kit.time.LimitName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A table of rules with the provision that each stands on, as a lawyer reads it in {@code
 * docs/legal-basis.md}.
 *
 * @param title zh-CN
 * @param columns zh-CN; the last but one names the provision, the last how firm it is
 * @param rows a cell for each column
 */
public record LegalTable(String title, List<String> columns, List<List<String>> rows) {

    public LegalTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A table of rules.
     *
     * @param columns what stands before the provision
     * @param rules in the order of the law
     * @param cells of one rule, without the provision
     * @param basis where it is written, and how firm that is
     */
    public static <R> LegalTable of(
            String title,
            List<String> columns,
            List<R> rules,
            Function<R, List<String>> cells,
            Function<R, Basis> basis) {
        return new LegalTable(
                title,
                Stream.concat(columns.stream(), Stream.of("依据", "性质")).toList(),
                rules.stream().map(rule -> row(cells.apply(rule), basis.apply(rule))).toList());
    }

    /** The rules that an enum lists, all standing on a departmental order. */
    public static <E extends Enum<E>> LegalTable ofOrder(
            String title,
            List<String> columns,
            Class<E> rules,
            Function<E, List<String>> cells,
            Function<E, String> article) {
        return of(
                title,
                columns,
                Arrays.asList(rules.getEnumConstants()),
                cells,
                rule -> new Basis(article.apply(rule), "ORDER"));
    }

    /** The limits of a room, in all their versions. */
    public static <L extends Enum<L> & LimitName> LegalTable ofLimits(
            String title, LegalLimits<L> limits, Function<String, String> zh) {
        return of(
                title,
                List.of("期限", "名称", "长度", "施行"),
                limits.all(),
                limit ->
                        List.of(
                                "`" + limit.name() + "`",
                                zh.apply(limit.name()),
                                limit.term(),
                                limit.validFrom().toString()),
                limit -> new Basis(limit.basis(), limit.status().name()));
    }

    /**
     * The rows of a rule file on the classpath.
     *
     * @param columns column heading and the key whose value it shows, alternately
     * @param basis key of the provision
     * @param status how firm a row is whose file does not say it under {@code status}
     */
    public static LegalTable ofFile(
            String title, String resource, String basis, String status, String... columns) {
        List<JsonNode> rows = read(resource);
        return of(
                title,
                every(columns, 0),
                rows,
                row -> every(columns, 1).stream().map(key -> text(row, key)).toList(),
                row -> new Basis(text(row, basis), row.path("status").asText(status)));
    }

    private static List<String> every(String[] columns, int from) {
        return IntStream.range(0, columns.length / 2).mapToObj(i -> columns[2 * i + from]).toList();
    }

    private static String text(JsonNode row, String key) {
        JsonNode value = row.path(key);
        if (value.isArray() && value.isEmpty()) {
            return "–";
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(joining(", "))
                : value.asText("–");
    }

    private static List<JsonNode> read(String resource) {
        try (InputStream in = LegalTable.class.getResourceAsStream(resource)) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(in, resource), new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(resource, broken);
        }
    }

    /**
     * Where a rule is written.
     *
     * @param status {@code LAW}, {@code ORDER} or {@code ASSUMPTION}
     */
    public record Basis(String article, String status) {
        public Basis {
            if (article.isBlank()) {
                throw new IllegalArgumentException("a rule names no provision");
            }
        }
    }

    String markdown() {
        return "### "
                + title
                + "\n\n"
                + line(columns)
                + "\n|"
                + "---|".repeat(columns.size())
                + "\n"
                + rows.stream().map(LegalTable::line).collect(joining("\n"))
                + "\n";
    }

    private static List<String> row(List<String> cells, Basis basis) {
        return Stream.concat(cells.stream(), Stream.of(basis.article(), basis.status())).toList();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |"));
    }
}
