package io.mingjian.monitoring.paper;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Store of the files as they were printed. They are added and read, nothing else. */
@ApplicationScoped
class PaperFiles {
    private static final String KEEP =
            """
            insert into paper_file (order_id, format, content, sm3, sha256, made_with, printed_at)
            values (:order, :format, :content, :sm3, :sha256, :made, :at)
            on conflict (order_id, format) do nothing
            """;

    /** What is known of a kept file without opening it. */
    record Hashes(PaperFormat format, int size, String sm3, String sha256, String madeWith) {}

    /** Keeps a file; the first one of a format stays. */
    Uni<Void> keep(UUID orderId, KeptFile file, Instant at) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP)
                                        .setParameter("order", orderId)
                                        .setParameter("format", file.format().name())
                                        .setParameter("content", file.content())
                                        .setParameter("sm3", file.sm3())
                                        .setParameter("sha256", file.sha256())
                                        .setParameter("made", file.madeWith())
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The file of an order that the caller was allowed to see. */
    Uni<Optional<KeptFile>> find(UUID orderId, PaperFormat format) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select content, sm3, sha256, made_with from"
                                                        + " paper_file where order_id = :order and"
                                                        + " format = :format",
                                                Tuple.class)
                                        .setParameter("order", orderId)
                                        .setParameter("format", format.name())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(
                                                row ->
                                                        new KeptFile(
                                                                format,
                                                                row.get("content", byte[].class),
                                                                row.get("sm3", String.class),
                                                                row.get("sha256", String.class),
                                                                row.get(
                                                                        "made_with",
                                                                        String.class))));
    }

    /** The hashes of all files of these orders, by order. */
    Uni<Map<UUID, List<Hashes>>> hashes(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select order_id, format, length(content) as size, sm3, sha256, made_with
                                                from paper_file where order_id in (:orders) order by format
                                                """,
                                                Tuple.class)
                                        .setParameter("orders", orderIds)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        row -> row.get("order_id", UUID.class),
                                                        Collectors.mapping(
                                                                PaperFiles::hashes,
                                                                Collectors.toList()))));
    }

    private static Hashes hashes(Tuple row) {
        return new Hashes(
                PaperFormat.valueOf(row.get("format", String.class)),
                row.get("size", Integer.class),
                row.get("sm3", String.class),
                row.get("sha256", String.class),
                row.get("made_with", String.class));
    }
}
