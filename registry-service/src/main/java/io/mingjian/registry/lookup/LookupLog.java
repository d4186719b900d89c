package io.mingjian.registry.lookup;

import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for the log of look-ups; every query is narrowed by the caller. */
@ApplicationScoped
class LookupLog {
    private static final String ADD =
            """
            insert into lookup_log (id, organisation, lookup_no, kind, subject, name, operator, at, asked, purpose_code,
              purpose, legal_basis, case_no, agreement_id, outcome, entry_no)
            values (:id, :organisation, :lookupNo, :kind, :subject, :name, nullif(:operator, ''), :at, :asked,
              :purposeCode, :purpose, :legalBasis, :caseNo, :agreement, :outcome, nullif(:entryNo, ''))
            """;
    private static final String READ =
            """
            select id, organisation, lookup_no, subject, name, operator, at, purpose_code, purpose, legal_basis, case_no,
              outcome, entry_no
            from lookup_log where 1 = 1
            """;

    /** What a look-up found. To those who asked the last two are one. */
    enum Outcome {
        LISTED,
        NOT_LISTED,
        /** The document is known, but under another name. */
        NAME_DIFFERS
    }

    /**
     * An answered look-up.
     *
     * @param operator who asked by way of a machine
     */
    record Entry(
            UUID id,
            String organisation,
            String lookupNo,
            String subject,
            String name,
            @Nullable String operator,
            Instant at,
            Purpose purposeCode,
            String purpose,
            String legalBasis,
            String caseNo,
            Outcome outcome,
            @Nullable String entryNo) {}

    Uni<Void> add(Caller caller, Question question, Agreement agreement, Entry entry) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", entry.id())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("lookupNo", entry.lookupNo())
                                        .setParameter("kind", String.valueOf(caller.kind()))
                                        .setParameter("subject", caller.subject())
                                        .setParameter("name", caller.name())
                                        .setParameter("operator", orEmpty(entry.operator()))
                                        .setParameter("at", entry.at())
                                        .setParameter("asked", question.asked())
                                        .setParameter("purposeCode", entry.purposeCode().name())
                                        .setParameter("purpose", entry.purpose())
                                        .setParameter("legalBasis", entry.legalBasis())
                                        .setParameter("caseNo", entry.caseNo())
                                        .setParameter("agreement", agreement.id())
                                        .setParameter("outcome", entry.outcome().name())
                                        .setParameter("entryNo", orEmpty(entry.entryNo()))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The city's auditors and security administrators see what all organisations asked. */
    static boolean seesAll(Caller caller) {
        return caller.isCity() && caller.hasAny(Role.AUDITOR, Role.SECURITY_ADMIN);
    }

    /** The next look-ups before one, the latest first. */
    Uni<List<Entry>> page(
            Caller caller, @Nullable String organisation, @Nullable UUID before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(narrowed(caller, values));
        if (organisation != null) {
            where.append(" and organisation = :asked");
            values.put("asked", organisation);
        }
        if (before != null) {
            where.append(" and id < :before");
            values.put("before", before);
        }
        return read(where + " order by id desc limit :limit", with(values, "limit", limit));
    }

    /**
     * @throws NotFound if there is none, or another organisation asked
     */
    Uni<Entry> require(Caller caller, String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", Ids.parse(id, "查询记录", "look-up"));
        return read(narrowed(caller, values) + " and id = :id", values)
                .map(
                        found ->
                                found.stream()
                                        .findFirst()
                                        .orElseThrow(() -> new NotFound("查询记录", "look-up")));
    }

    private static String narrowed(Caller caller, Map<String, Object> values) {
        if (seesAll(caller)) {
            return READ;
        }
        values.put("organisation", caller.organisation());
        return READ + " and organisation = :organisation";
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        values.put(name, value);
        return values;
    }

    private static Uni<List<Entry>> read(String sql, Map<String, Object> values) {
        return Sessions.current()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Tuple.class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(LookupLog::entry).toList());
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                row.get("id", UUID.class),
                row.get("organisation", String.class),
                row.get("lookup_no", String.class),
                row.get("subject", String.class),
                row.get("name", String.class),
                row.get("operator", String.class),
                Rows.instant(row, "at"),
                Purpose.valueOf(row.get("purpose_code", String.class)),
                row.get("purpose", String.class),
                row.get("legal_basis", String.class),
                row.get("case_no", String.class),
                Outcome.valueOf(row.get("outcome", String.class)),
                row.get("entry_no", String.class));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
