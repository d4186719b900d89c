package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.CredentialReport.Place;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies the content credentials of a file of any kind. Thread-safe; never throws for what the
 * bytes hold, and never goes to a network.
 */
public final class CredentialVerifier {
    private static final Set<Status> ABOUT_THE_SIGNER =
            Set.of(Status.SIGNER_UNTRUSTED, Status.SIGNER_EXPIRED);
    private static final Set<Status> FILE_CHANGED =
            Set.of(
                    Status.DATA_MISMATCH,
                    Status.BOXES_MISMATCH,
                    Status.BMFF_MISMATCH,
                    Status.COLLECTION_MISMATCH);

    private final Trust trust;

    /**
     * A verifier with the present standing still at the day of the lists, so that the same bytes
     * give the same answer for as long as the lists are the same.
     */
    public CredentialVerifier(TrustLists lists) {
        this(lists, lists.asOf().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public CredentialVerifier(TrustLists lists, Instant present) {
        this.trust = new Trust(lists, present);
    }

    /** A file of a kind that is not read holds no credential. */
    public CredentialReport verify(ByteView file) {
        return MediaFile.open(file).map(this::verify).orElse(CredentialReport.none());
    }

    public CredentialReport verify(MediaFile file) {
        try {
            return Extraction.of(file)
                    .map(embedded -> verify(file, embedded))
                    .orElse(CredentialReport.none());
        } catch (Unreadable e) {
            return CredentialReport.stopped(e.why().name(), e.detail());
        } catch (BrokenBytes e) {
            return CredentialReport.stopped(
                    Unreadable.Why.DAMAGED.name(), "ends at byte " + e.offset());
        }
    }

    private CredentialReport verify(MediaFile file, Embedded embedded) {
        ManifestStore store = ManifestStore.read(embedded.store());
        List<ManifestReport> manifests =
                new StoreCheck(store, trust, new Binding(file, embedded)).run();
        List<ValidationCode> failures =
                manifests.stream()
                        .flatMap(manifest -> manifest.codes().stream())
                        .filter(ValidationCode::isFailure)
                        .toList();
        return new CredentialReport(
                state(failures), Optional.of(place(embedded)), manifests, Optional.empty());
    }

    private static Place place(Embedded embedded) {
        Span first = embedded.places().get(0);
        Span last = embedded.places().get(embedded.places().size() - 1);
        return new Place(embedded.carrier().name(), first.start(), last.end() - first.start());
    }

    /**
     * A credential that does not hold itself cannot testify that the file changed; so {@code
     * BROKEN} goes before {@code TAMPERED}.
     */
    private static CredentialState state(List<ValidationCode> failures) {
        EnumSet<Status> failed = EnumSet.noneOf(Status.class);
        failures.forEach(failure -> failed.add(failure.status()));
        if (failed.isEmpty()) {
            return CredentialState.TRUSTED;
        }
        boolean expired = failed.contains(Status.SIGNER_EXPIRED);
        failed.removeAll(ABOUT_THE_SIGNER);
        if (failed.isEmpty()) {
            return expired ? CredentialState.EXPIRED_UNTIMED : CredentialState.VALID_UNTRUSTED;
        }
        if (FILE_CHANGED.containsAll(failed)) {
            return CredentialState.TAMPERED;
        }
        return failed.equals(EnumSet.of(Status.ALGORITHM_UNSUPPORTED))
                ? CredentialState.UNSUPPORTED
                : CredentialState.BROKEN;
    }
}
