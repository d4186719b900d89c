package io.mingjian.monitoring.sampling;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How large a sample is and how many defects it may have; data. */
public final class SamplingPlans {
    /** The table that ships with the service. */
    public static final SamplingPlans SHIPPED = read("/codes/sampling-plans.yaml");

    private final Map<Plan, List<Row>> rows;

    private SamplingPlans(List<Row> list) {
        rows =
                list.stream()
                        .sorted(Comparator.comparing(Row::from))
                        .collect(Collectors.groupingBy(Row::plan));
        for (Plan plan : Plan.values()) {
            int next = 1;
            for (Row row : rows.getOrDefault(plan, List.of())) {
                if (row.from() != next || row.to() < row.from() || row.accept() >= row.sample()) {
                    throw new IllegalStateException("gap, overlap or nonsense at " + row);
                }
                next = row.to() + 1;
            }
            if (next == 1) {
                throw new IllegalStateException("no rows for " + plan);
            }
        }
    }

    /** How strict. */
    public enum Plan {
        NORMAL("正常抽样"),
        /** For an agency whose trust was in doubt. */
        TIGHTENED("加严抽样");

        private final String zh;

        Plan(String zh) {
            this.zh = zh;
        }

        /** The name that officers read. */
        public String zh() {
            return zh;
        }
    }

    /**
     * For lots of {@code from} to {@code to} leads.
     *
     * @param sample how many are reviewed one by one
     * @param accept how many of them may be defective
     */
    public record Row(
            Plan plan, int from, int to, int sample, int accept, String basis, String status) {}

    /** The row for a lot of that size, if lots may be as large. */
    Optional<Row> row(Plan plan, int size) {
        return rows.getOrDefault(plan, List.of()).stream()
                .filter(row -> row.from() <= size && size <= row.to())
                .findFirst();
    }

    /** The largest lot. */
    int largest(Plan plan) {
        List<Row> of = rows.getOrDefault(plan, List.of());
        return of.get(of.size() - 1).to();
    }

    private static SamplingPlans read(String resource) {
        try (InputStream yaml = SamplingPlans.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new SamplingPlans(
                    new YAMLMapper().readValue(yaml, new TypeReference<List<Row>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
