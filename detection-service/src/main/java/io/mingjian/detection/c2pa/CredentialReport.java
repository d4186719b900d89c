package io.mingjian.detection.c2pa;

import java.util.List;
import java.util.Optional;

/**
 * Answer about the content credentials of one file.
 *
 * @param state what the checks come to
 * @param place where the store lay; empty where none was read
 * @param manifests in the order of the store
 * @param problem why reading stopped, where it did
 */
public record CredentialReport(
        CredentialState state,
        Optional<Place> place,
        List<ManifestReport> manifests,
        Optional<Problem> problem) {

    /**
     * Where a store lies.
     *
     * @param carrier kind of file
     * @param offset of the first byte that carries it
     * @param length up to the last such byte
     */
    public record Place(String carrier, int offset, int length) {}

    /**
     * Why reading stopped.
     *
     * @param code {@code DAMAGED}, {@code LIMIT} or {@code UNSUPPORTED}
     * @param detail where
     */
    public record Problem(String code, String detail) {}

    public CredentialReport {
        manifests = List.copyOf(manifests);
    }

    static CredentialReport none() {
        return new CredentialReport(
                CredentialState.NONE, Optional.empty(), List.of(), Optional.empty());
    }

    static CredentialReport stopped(String code, String detail) {
        CredentialState state =
                code.equals(Unreadable.Why.UNSUPPORTED.name())
                        ? CredentialState.UNSUPPORTED
                        : CredentialState.INCONCLUSIVE;
        return new CredentialReport(
                state, Optional.empty(), List.of(), Optional.of(new Problem(code, detail)));
    }

    /** The manifest that speaks for the file. */
    public Optional<ManifestReport> active() {
        return manifests.stream()
                .filter(manifest -> manifest.role() == ManifestReport.Role.ACTIVE)
                .findFirst();
    }

    /** Failures that nobody recorded before, of all manifests. */
    public List<ValidationCode> failures() {
        return manifests.stream()
                .flatMap(manifest -> manifest.codes().stream())
                .filter(ValidationCode::isFailure)
                .toList();
    }
}
