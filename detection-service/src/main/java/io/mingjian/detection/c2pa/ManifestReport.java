package io.mingjian.detection.c2pa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one manifest says and what its checks gave.
 *
 * @param label its name in the store
 * @param role its place in the history of the file
 * @param generator program that made the claim
 * @param issuer organisation in the signer's certificate
 * @param time of a time stamp that covers the signature
 * @param timeTrusted the stamp's authority is on the list; otherwise the time is only stated
 * @param actions as stated
 * @param codes results of the checks; none for a manifest that the file's own does not lead to
 */
public record ManifestReport(
        String label,
        Role role,
        String generator,
        Optional<String> issuer,
        Optional<Instant> time,
        boolean timeTrusted,
        List<Action> actions,
        List<ValidationCode> codes) {

    /** Place of a manifest in the history. */
    public enum Role {
        /** Speaks for the file. */
        ACTIVE,
        /** Speaks for an earlier state of the same picture. */
        PARENT,
        /** Speaks for something that was put into the picture. */
        COMPONENT,
        /** No link leads to it; it is shown and not checked. */
        UNREFERENCED
    }

    public ManifestReport {
        actions = List.copyOf(actions);
        codes = List.copyOf(codes);
    }
}
