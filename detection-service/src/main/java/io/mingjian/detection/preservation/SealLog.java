package io.mingjian.detection.preservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.bundle.SealTree;
import io.mingjian.detection.bundle.SealTree.Node;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The log of all seals of custody: which wait for a head, where the others have their place, and
 * the tree over them. Grows under the lock of {@link PublishedHeads} alone.
 */
@ApplicationScoped
class SealLog {
    private static final int AT_ONCE = 2_000;

    private static final String TAKE =
            """
            with next as (
              select evidence_id, seq from seal_waiting order by evidence_id, seq limit :most),
            taken as (
              delete from seal_waiting w using next n
               where w.evidence_id = n.evidence_id and w.seq = n.seq
              returning w.evidence_id, w.seq, w.seal)
            select evidence_id, seq, seal from taken order by evidence_id, seq
            """;
    private static final String TAKE_OF =
            TAKE.replace(
                    "from seal_waiting order",
                    "from seal_waiting where evidence_id in (:ids) order");
    private static final String SIZE = "select coalesce(max(place) + 1, 0) from seal_place";
    private static final String PLACE =
            """
            insert into seal_place (place, evidence_id, seq)
            select place, evidence_id, seq
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (place bigint, evidence_id uuid, seq int)
            """;
    private static final String ADD =
            """
            insert into seal_node (level, index, hash)
            select level, index, hash
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (level int, index bigint, hash text)
            """;
    private static final String NODES =
            """
            select n.level, n.index, n.hash
              from seal_node n
              join jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (level int, index bigint)
                on r.level = n.level and r.index = n.index
            """;
    private static final String PLACES =
            "select seq, place from seal_place where evidence_id = :id order by seq";

    private final ObjectMapper json;
    private final int most;

    /**
     * @param most seals of one portion; what a transaction holds in memory
     */
    SealLog(
            ObjectMapper json,
            @ConfigProperty(name = "mingjian.preservation.seals-at-once") int most) {
        this.json = json;
        this.most = most;
    }

    /** A seal that has no place yet. */
    private record Waiting(UUID evidenceId, int seq, String seal) {}

    /** What the log has grown to. */
    record Grown(long size, String root) {}

    /**
     * Gives a portion of the waiting seals their places behind the others.
     *
     * @return whether more may wait
     */
    Uni<Boolean> growByPortion() {
        return take().chain(this::add);
    }

    /** Gives all waiting seals of these pieces their places, in portions. */
    Uni<Void> growBy(List<UUID> evidenceIds) {
        return all(() -> take(evidenceIds).chain(this::add));
    }

    /** Gives all waiting seals their places, in portions. */
    Uni<Void> grow() {
        return all(this::growByPortion);
    }

    /** Repeats a step until it says that nothing is left. */
    static Uni<Void> all(Supplier<Uni<Boolean>> step) {
        return Uni.createFrom()
                .deferred(step::get)
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How far the log has grown, and its root. */
    Uni<Grown> grown() {
        return size().chain(
                        size ->
                                nodes(SealTree.edge(size))
                                        .map(edge -> SealTree.root(size, node(edge)))
                                        .map(root -> new Grown(size, root)));
    }

    private Uni<Long> size() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(SIZE, Long.class).getSingleResult());
    }

    private Uni<Boolean> add(List<Waiting> waiting) {
        return size().chain(
                        size -> nodes(SealTree.edge(size)).chain(edge -> add(size, waiting, edge)))
                .replaceWith(waiting.size() == most);
    }

    private Uni<Void> add(long size, List<Waiting> waiting, Map<Node, byte[]> edge) {
        Map<Node, byte[]> made =
                SealTree.grown(size, waiting.stream().map(Waiting::seal).toList(), node(edge));
        return inPieces(PLACE, places(size, waiting)).chain(() -> inPieces(ADD, rows(made)));
    }

    /** Where the seals of a piece of evidence have their places, in the order of its chain. */
    Uni<List<Long>> places(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PLACES, Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> row.get("place", Long.class)).toList());
    }

    /** The hashes beside the way from a place up to the root of a tree of this size. */
    Uni<List<String>> path(long place, long size) {
        Set<Node> needed = new LinkedHashSet<>();
        SealTree.path(
                place,
                size,
                node -> {
                    needed.add(node);
                    return new byte[0];
                });
        return nodes(needed).map(known -> SealTree.path(place, size, node(known)));
    }

    private Uni<List<Waiting>> take() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TAKE, Tuple.class)
                                        .setParameter("most", most)
                                        .getResultList())
                .map(SealLog::waiting);
    }

    private Uni<List<Waiting>> take(List<UUID> evidenceIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TAKE_OF, Tuple.class)
                                        .setParameter("ids", evidenceIds)
                                        .setParameter("most", most)
                                        .getResultList())
                .map(SealLog::waiting);
    }

    private static List<Waiting> waiting(List<Tuple> rows) {
        return rows.stream()
                .map(
                        row ->
                                new Waiting(
                                        row.get("evidence_id", UUID.class),
                                        row.get("seq", Integer.class),
                                        row.get("seal", String.class)))
                .toList();
    }

    private Uni<Map<Node, byte[]>> nodes(Collection<Node> wanted) {
        List<Map<String, Object>> rows = wanted.stream().map(SealLog::row).toList();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(NODES, Tuple.class)
                                        .setParameter("rows", text(rows))
                                        .getResultList())
                .map(
                        found -> {
                            Map<Node, byte[]> known = new HashMap<>();
                            found.forEach(row -> known.put(node(row), hash(row)));
                            return known;
                        });
    }

    private Uni<Void> inPieces(String insert, List<Map<String, Object>> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                        piece ->
                                Sessions.current()
                                        .chain(
                                                session ->
                                                        session.createNativeQuery(insert)
                                                                .setParameter("rows", text(piece))
                                                                .executeUpdate()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Map<String, Object>> places(long size, List<Waiting> waiting) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Waiting seal : waiting) {
            rows.add(
                    Map.of(
                            "place",
                            size + rows.size(),
                            "evidence_id",
                            seal.evidenceId(),
                            "seq",
                            seal.seq()));
        }
        return rows;
    }

    private static List<Map<String, Object>> rows(Map<Node, byte[]> nodes) {
        return nodes.entrySet().stream()
                .map(
                        entry -> {
                            Map<String, Object> row = new HashMap<>(row(entry.getKey()));
                            row.put("hash", HexFormat.of().formatHex(entry.getValue()));
                            return row;
                        })
                .toList();
    }

    private static Map<String, Object> row(Node node) {
        return Map.of("level", node.level(), "index", node.index());
    }

    private static Node node(Tuple row) {
        return new Node(row.get("level", Integer.class), row.get("index", Long.class));
    }

    private static byte[] hash(Tuple row) {
        return HexFormat.of().parseHex(row.get("hash", String.class));
    }

    private static SealTree.Nodes node(Map<Node, byte[]> known) {
        return node ->
                Objects.requireNonNull(known.get(node), () -> "the log lacks its node " + node);
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows are plain data", e);
        }
    }
}
