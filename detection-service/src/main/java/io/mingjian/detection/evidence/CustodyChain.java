package io.mingjian.detection.evidence;

import io.mingjian.detection.content.Fingerprint;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The custody entries. They are only ever added; the detail of a machine's is veiled. */
@ApplicationScoped
class CustodyChain {
    private static final String COLUMNS =
            "evidence_id, seq, act, actor, organisation, purpose, at, detail, previous_seal, seal";

    private static final String MACHINE = Caller.machine("detection").organisation();
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Evidences evidences;

    CustodyChain(Evidences evidences) {
        this.evidences = evidences;
    }

    Uni<Void> begin(UUID evidenceId, Fingerprint fingerprint, Act act) {
        return add(CustodyEntry.first(evidenceId, fingerprint, act));
    }

    /**
     * Adds an entry; holds the row of the evidence, so that two acts cannot take the same place.
     */
    Uni<Void> append(UUID evidenceId, Act act) {
        return evidences
                .lock(evidenceId)
                .chain(
                        evidence ->
                                last(evidenceId)
                                        .map(last -> last.next(veiled(act)))
                                        .invoke(entry -> evidence.custodyGrewTo(entry.seq()))
                                        .chain(CustodyChain::add));
    }

    private Act veiled(Act act) {
        if (!act.organisation().equals(MACHINE)) {
            return act;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return act.veiled(HexFormat.of().formatHex(nonce));
    }

    Uni<List<CustodyEntry>> of(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select "
                                                        + COLUMNS
                                                        + " from custody_entry where evidence_id = :id order by seq",
                                                Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .getResultList())
                .map(rows -> rows.stream().map(CustodyChain::entry).toList());
    }

    private Uni<CustodyEntry> last(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select "
                                                        + COLUMNS
                                                        + " from custody_entry where evidence_id = :id"
                                                        + " order by seq desc limit 1",
                                                Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .getSingleResult())
                .map(CustodyChain::entry);
    }

    private static Uni<Void> add(CustodyEntry entry) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "insert into custody_entry ("
                                                        + COLUMNS
                                                        + ") values (:evidence, :seq, :act, :actor,"
                                                        + " :organisation, :purpose, :at, :detail,"
                                                        + " :previous, :seal)")
                                        .setParameter("evidence", entry.evidenceId())
                                        .setParameter("seq", entry.seq())
                                        .setParameter("act", entry.act().name())
                                        .setParameter("actor", entry.actor())
                                        .setParameter("organisation", entry.organisation())
                                        .setParameter("purpose", entry.purpose())
                                        .setParameter("at", entry.at())
                                        .setParameter("detail", entry.detail())
                                        .setParameter("previous", entry.previousSeal())
                                        .setParameter("seal", entry.seal())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static CustodyEntry entry(Tuple row) {
        return new CustodyEntry(
                row.get("evidence_id", UUID.class),
                row.get("seq", Integer.class),
                CustodyAct.valueOf(row.get("act", String.class)),
                row.get("actor", String.class),
                row.get("organisation", String.class),
                row.get("purpose", String.class),
                Rows.instant(row, "at"),
                row.get("detail", String.class),
                row.get("previous_seal", String.class),
                row.get("seal", String.class));
    }
}
