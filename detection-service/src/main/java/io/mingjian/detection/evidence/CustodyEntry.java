package io.mingjian.detection.evidence;

import io.mingjian.detection.bundle.CustodySeal;
import io.mingjian.detection.bundle.Hashes;
import io.mingjian.detection.content.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
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

        /**
         * The same with something behind its detail that nobody can guess. A machine uses so few
         * words that whoever may read all of its act but the detail could find that by trying which
         * one fits the seal.
         */
        Act veiled(String nonce) {
            String longer = (detail + " nonce:" + nonce).strip();
            return new Act(act, actor, organisation, purpose, at, longer);
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
        return brokenAt(evidenceId, fingerprint, chain).isEmpty();
    }

    /** Place of the first entry that is missing or does not fit the file and what went before. */
    static OptionalInt brokenAt(
            UUID evidenceId, Fingerprint fingerprint, List<CustodyEntry> chain) {
        String previous = root(evidenceId, fingerprint);
        int seq = 0;
        for (CustodyEntry entry : chain) {
            seq++;
            if (!sealed(evidenceId, seq, entry.asAct(), previous).equals(entry)) {
                return OptionalInt.of(seq);
            }
            previous = entry.seal();
        }
        return seq == 0 ? OptionalInt.of(1) : OptionalInt.empty();
    }

    private Act asAct() {
        return new Act(act, actor, organisation, purpose, at, detail);
    }

    private static CustodyEntry sealed(UUID evidenceId, int seq, Act act, String previousSeal) {
        String seal =
                CustodySeal.of(
                        evidenceId.toString(),
                        seq,
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

    private static String root(UUID evidenceId, Fingerprint file) {
        return CustodySeal.root(
                evidenceId.toString(), new Hashes(file.sizeBytes(), file.sha256(), file.sm3()));
    }
}
