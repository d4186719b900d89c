package io.mingjian.monitoring.likeness;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Store of sketches. However many texts lie in a scope, a text is compared with few of them: the
 * latest of each key, the most promising of those; a text that everybody copies finds some of its
 * copies and not all.
 */
@ApplicationScoped
public class Sketches {
    private static final int LATEST_OF_A_KEY = 6;

    /** Never more than this many are compared with one text. */
    static final int MOST_COMPARED = 16;

    private static final String ADD =
            """
            with given as (
              select cast(split_part(line, '|', 1) as uuid) as id, split_part(line, '|', 2) as sketch,
                     split_part(line, '|', 3) as bands
              from unnest(string_to_array(:lines, ';')) as line),
            kept as (
              insert into text_sketch (id, sketch) select id, sketch from given
              on conflict (id) do update set sketch = excluded.sketch)
            insert into text_band (key, id)
            select distinct cast(band as bigint), id from given, unnest(string_to_array(bands, ',')) as band
            on conflict do nothing
            """;

    private static final String ALIKE =
            """
            with given as (
              select cast(split_part(line, '|', 1) as uuid) as id, cast(band as bigint) as key
              from unnest(string_to_array(:lines, ';')) as line,
                   unnest(string_to_array(split_part(line, '|', 3), ',')) as band),
            hits as (
              select given.id as one, near.id as other, count(*) as shared
              from given cross join lateral (
                select b.id from text_band b where b.key = given.key and b.id <> given.id
                order by b.key desc, b.id desc limit :latest) near
              group by given.id, near.id),
            ranked as (
              select one, other, row_number() over (partition by one order by shared desc, other desc) as place
              from hits)
            select cast(r.one as text) as one, cast(r.other as text) as other, s.sketch as sketch
            from ranked r join text_sketch s on s.id = r.other where r.place <= :most
            """;

    /**
     * A text with what it is looked for among.
     *
     * @param scope only texts of the same scope are compared
     */
    public record Entry(UUID id, String scope, Sketch sketch) {
        String line() {
            return id
                    + "|"
                    + sketch.written()
                    + "|"
                    + Arrays.stream(sketch.bands(scope))
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(","));
        }
    }

    /** Two texts that are probably alike. */
    public record Pair(UUID one, UUID other, double likeness) {}

    /**
     * Keeps the entries. One that was kept before is replaced; its old keys still lead to it, and
     * it is compared as it is now.
     */
    public Uni<Void> add(List<Entry> entries) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("lines", lines(entries))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * For each of these entries the kept ones that are alike, the most alike first.
     *
     * @param least how alike, 0 to 1
     * @param most at most so many for each entry
     */
    public Uni<List<Pair>> alike(List<Entry> entries, double least, int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ALIKE, Tuple.class)
                                        .setParameter("lines", lines(entries))
                                        .setParameter("latest", LATEST_OF_A_KEY)
                                        .setParameter("most", MOST_COMPARED)
                                        .getResultList())
                .map(rows -> pairs(entries, rows, least, most));
    }

    private static List<Pair> pairs(List<Entry> entries, List<Tuple> rows, double least, int most) {
        Map<UUID, Sketch> asked = new LinkedHashMap<>();
        entries.forEach(entry -> asked.put(entry.id(), entry.sketch()));
        Map<UUID, List<Pair>> found = new LinkedHashMap<>();
        for (Tuple row : rows) {
            UUID one = UUID.fromString(row.get("one", String.class));
            double likeness =
                    Objects.requireNonNull(asked.get(one))
                            .likeness(Sketch.read(row.get("sketch", String.class)));
            if (likeness >= least) {
                found.computeIfAbsent(one, none -> new ArrayList<>())
                        .add(
                                new Pair(
                                        one,
                                        UUID.fromString(row.get("other", String.class)),
                                        likeness));
            }
        }
        return found.values().stream()
                .flatMap(
                        pairs ->
                                pairs.stream()
                                        .sorted(Comparator.comparing(Pair::likeness).reversed())
                                        .limit(most))
                .toList();
    }

    private static String lines(List<Entry> entries) {
        return entries.stream().map(Entry::line).collect(Collectors.joining(";"));
    }
}
