package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.ContainerReader.Contents;
import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Manifest.Piece;
import io.mingjian.detection.bundle.Verdict.Head;
import io.mingjian.detection.bundle.Verdict.Kept;
import io.mingjian.detection.bundle.Verdict.Publication;
import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle, from the container inwards: every byte is in its form, the entries are those of
 * the manifest, the chains of custody hold and lead to the heads, and seal and time stamp are about
 * this manifest. Goes on after a fault, so that all are named.
 */
public final class BundleVerifier {
    private final Trust trust;
    private final KnownHeads published;
    private final Inventory inventory;
    private final List<Flaw> flaws;
    private final Map<String, Custody> chains = new HashMap<>();

    private BundleVerifier(Contents contents, Trust trust, KnownHeads published) {
        this.trust = trust;
        this.published = published;
        this.inventory = new Inventory(contents.entries());
        this.flaws = new ArrayList<>(contents.flaws());
    }

    /** Reads the whole file once; keeps nothing large in memory. */
    public static Verdict verify(Path file, Trust trust, KnownHeads published) throws IOException {
        return new BundleVerifier(ContainerReader.read(file), trust, published).verdict();
    }

    private Verdict verdict() {
        Manifest manifest = document(BundleNames.MANIFEST, Kind.MANIFEST, Manifest.class);
        if (manifest == null) {
            flaws.add(Flaw.of(Kind.MISSING, BundleNames.MANIFEST, "没有可用的清单，其余内容无从核对"));
            return new Verdict(State.NOT_INTACT, flaws, null, null, null, List.of(), List.of());
        }
        Instant createdAt = createdAt(manifest);
        flaws.addAll(inventory.flaws(manifest));
        manifest.pieces().forEach(this::piece);
        HeadProof proof = heads(manifest);
        SealCheck seal = new SealCheck(inventory, trust, flaws);
        Verdict.Time time = seal.time(manifest);
        Verdict.Signer signer = seal.signer(createdAt, time);
        List<Head> heads =
                proof == null ? List.of() : proof.heads().stream().map(this::compared).toList();
        return new Verdict(
                state(signer, heads), flaws, manifest, signer, time, heads, kept(manifest, proof));
    }

    private Head compared(AuditHead head) {
        return new Head(head, published.of(head));
    }

    /** That heads are missing goes first: that no certificate was given, the asker knows. */
    private State state(Verdict.@Nullable Signer signer, List<Head> heads) {
        if (!flaws.isEmpty()) {
            return State.NOT_INTACT;
        }
        if (heads.stream().anyMatch(head -> head.publication() == Publication.ABSENT)) {
            return State.UNPUBLISHED;
        }
        return signer != null && signer.trusted() ? State.INTACT : State.UNVOUCHED;
    }

    private Instant createdAt(Manifest manifest) {
        if (!manifest.format().equals(Manifest.FORMAT)) {
            flaws.add(Flaw.of(Kind.MANIFEST, BundleNames.MANIFEST, "清单的格式版本不被本工具支持"));
        }
        try {
            return Instant.parse(manifest.createdAt());
        } catch (DateTimeException e) {
            flaws.add(Flaw.of(Kind.MANIFEST, BundleNames.MANIFEST, "清单的制作时间无法读取"));
            return Instant.EPOCH;
        }
    }

    private void piece(Piece piece) {
        analysis(BundleNames.analysis(piece.evidenceId()));
        String name = BundleNames.custody(piece.evidenceId());
        Custody chain = document(name, Kind.CUSTODY, Custody.class);
        Hashes original = inventory.hashes(original(piece));
        if (chain == null || original == null) {
            return; // that it is missing has been said
        }
        if (!chain.evidenceId().equals(piece.evidenceId())) {
            flaws.add(Flaw.of(Kind.CUSTODY, name, "保管链属于另一份证据"));
        }
        flaws.addAll(chain.flaws(name, original));
        chains.put(piece.evidenceId(), chain);
    }

    private void analysis(String name) {
        byte[] bytes = inventory.bytes(name);
        try {
            if (bytes != null) {
                Canonical.readAny(bytes);
            }
        } catch (NotInForm e) {
            flaws.add(Flaw.of(Kind.CONTENT, name, e.what()));
        }
    }

    private @Nullable HeadProof heads(Manifest manifest) {
        HeadProof proof = document(BundleNames.HEAD, Kind.AUDIT_HEAD, HeadProof.class);
        if (proof != null) {
            List<Custody> inOrder = new ArrayList<>();
            manifest.pieces().stream()
                    .filter(piece -> chains.containsKey(piece.evidenceId()))
                    .forEach(piece -> inOrder.add(chains.get(piece.evidenceId())));
            flaws.addAll(proof.flaws(inOrder));
            proof.heads().stream()
                    .filter(head -> published.of(head) == Publication.CONTRADICTED)
                    .map(head -> "第 " + head.number() + " 号链头与公布的不一致")
                    .forEach(what -> flaws.add(Flaw.of(Kind.AUDIT_HEAD, BundleNames.HEAD, what)));
        }
        return proof;
    }

    private <T> @Nullable T document(String name, Kind kind, Class<T> type) {
        byte[] bytes = inventory.bytes(name);
        if (bytes == null) {
            return null; // that it is missing, or too large, is said elsewhere
        }
        try {
            return Canonical.read(bytes, type);
        } catch (NotInForm e) {
            flaws.add(Flaw.of(kind, name, e.what()));
            return null;
        }
    }

    private List<Kept> kept(Manifest manifest, @Nullable HeadProof proof) {
        List<Kept> kept = new ArrayList<>();
        for (Piece piece : manifest.pieces()) {
            Custody chain = chains.get(piece.evidenceId());
            Hashes original = inventory.hashes(original(piece));
            if (chain != null && original != null) {
                AuditHead first = proof == null ? null : proof.first(piece.evidenceId());
                kept.add(
                        new Kept(
                                piece,
                                original,
                                chain.entries().size(),
                                chain.withheld(),
                                first == null ? null : first.closedAt(),
                                first == null ? null : published.of(first)));
            }
        }
        return kept;
    }

    private static String original(Piece piece) {
        return BundleNames.original(piece.evidenceId(), piece.mediaType());
    }
}
