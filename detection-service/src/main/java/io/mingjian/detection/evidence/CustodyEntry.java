package io.mingjian.detection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingjian.kit.audit.Sm3;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * One line of the chain of custody of a piece of evidence: who did what to it, when and what for.
 *
 * <p>Each entry seals its content together with the seal of the entry before it (SM3), the first
 * one together with the hashes of the file. So no entry can be changed, dropped or moved without
 * breaking every later seal.
 *
 * @param seq 1 for the first entry, without gaps
 * @param actor subject of the token, or the service for a machine's act
 * @param at to the millisecond, so that the stored time is the sealed one
 * @param detail what the entry is about: the file's fingerprint, the size of the served copy, the
 *     revision
 */
record CustodyEntry(
        UUID evidenceId,
        int seq,
        CustodyAct act,
        String actor,
        String organisation,
        String purpose,
        Instant at,
        String detail,
        String previousSeal,
        String seal) {

    /** What is known about an act before it takes its place in the chain. */
    record Act(
            CustodyAct act,
            String actor,
            String organisation,
            String purpose,
            Instant at,
            String detail) {
        Act {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** The first entry; its seal binds the chain to the file. */
    static CustodyEntry first(UUID evidenceId, Fingerprint fingerprint, Act act) {
        return sealed(evidenceId, 1, act, root(evidenceId, fingerprint));
    }

    CustodyEntry next(Act act) {
        return sealed(evidenceId, seq + 1, act, seal);
    }

    /** Whether the entries, in order, are the unbroken chain of this file. */
    static boolean intact(UUID evidenceId, Fingerprint fingerprint, List<CustodyEntry> chain) {
        String previous = root(evidenceId, fingerprint);
        int seq = 0;
        for (CustodyEntry entry : chain) {
            seq++;
            CustodyEntry expected = sealed(evidenceId, seq, entry.asAct(), previous);
            if (!expected.equals(entry)) {
                return false;
            }
            previous = entry.seal();
        }
        return seq > 0;
    }

    private Act asAct() {
        return new Act(act, actor, organisation, purpose, at, detail);
    }

    private static CustodyEntry sealed(UUID evidenceId, int seq, Act act, String previousSeal) {
        String seal =
                sealOf(
                        evidenceId.toString(),
                        String.valueOf(seq),
                        act.act().name(),
                        act.actor(),
                        act.organisation(),
                        act.purpose(),
                        act.at().toString(),
                        act.detail(),
                        previousSeal);
        return new CustodyEntry(
                evidenceId,
                seq,
                act.act(),
                act.actor(),
                act.organisation(),
                act.purpose(),
                act.at(),
                act.detail(),
                previousSeal,
                seal);
    }

    private static String root(UUID evidenceId, Fingerprint fingerprint) {
        return sealOf(
                evidenceId.toString(),
                fingerprint.sha256(),
                fingerprint.sm3(),
                String.valueOf(fingerprint.sizeBytes()));
    }

    /**
     * SM3 over the fields, each with its length in front, so that text cannot move between fields.
     */
    private static String sealOf(String... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] bytes = field.getBytes(UTF_8);
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return Sm3.hex(out.toByteArray());
    }
}
