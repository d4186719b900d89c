package io.mingjian.detection.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingjian.detection.bundle.HeadProof.Trail;
import io.mingjian.detection.bundle.Manifest.Piece;
import io.mingjian.detection.bundle.Manifest.Request;
import io.mingjian.detection.bundle.Manifest.TimeEvidence;
import io.mingjian.detection.bundle.Manifest.TimeEvidence.Absence;
import io.mingjian.detection.bundle.SealTree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Builds bundles; each part can be exchanged before it is sealed. */
public final class BundleSample {
    static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

    private final List<byte[]> originals = new ArrayList<>();
    private SigningKey key;
    private TestAuthority authority;
    private Instant stampedAt = NOW;
    private UnaryOperator<Custody> custody = chain -> chain;
    private UnaryOperator<HeadProof> heads = proof -> proof;
    private UnaryOperator<byte[]> stamped = manifest -> manifest;

    public BundleSample(SigningKey key) {
        this.key = key;
    }

    public BundleSample with(String original) {
        return with(original.getBytes(UTF_8));
    }

    BundleSample with(byte[] original) {
        originals.add(original);
        return this;
    }

    BundleSample stampedBy(TestAuthority by, Instant at) {
        authority = by;
        stampedAt = at;
        return this;
    }

    BundleSample custody(UnaryOperator<Custody> change) {
        custody = change;
        return this;
    }

    BundleSample heads(UnaryOperator<HeadProof> change) {
        heads = change;
        return this;
    }

    /** What the authority is shown in the place of the manifest. */
    BundleSample stamping(UnaryOperator<byte[]> change) {
        stamped = change;
        return this;
    }

    public Path write(Path file) {
        try (BundleWriter writer = new BundleWriter(file)) {
            List<Custody> chains = new ArrayList<>();
            for (int i = 0; i < originals.size(); i++) {
                Custody chain = custody.apply(chain(id(i), Hashes.of(originals.get(i))));
                chains.add(chain);
                writer.add(
                        new Piece(id(i), "image/jpeg", "2026-11-20T01:02:03.000001Z"),
                        new ByteArrayInputStream(originals.get(i)),
                        chain,
                        Canonical.rewrite("{\"revision\":1,\"band\":\"NONE\"}".getBytes(UTF_8)));
            }
            writer.add(heads.apply(proof(chains)));
            seal(writer);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void seal(BundleWriter writer) throws IOException, GeneralSecurityException {
        TimeEvidence time =
                authority == null
                        ? TimeEvidence.headOnly(Absence.NOT_CONFIGURED)
                        : TimeEvidence.stamped("http://tsa.example");
        byte[] manifest =
                writer.manifest(new UUID(7, 7), NOW, new Request("merchant-wang", "申诉"), time);
        writer.seal(
                manifest,
                authority == null ? null : authority.token(stamped.apply(manifest), stampedAt),
                key);
    }

    static String id(int number) {
        return new UUID(0x0190_a5d8_0000_7000L, 0x8000_0000_0000_0000L + number).toString();
    }

    /** Received by the merchant, examined by the machine, seen by another, taken away. */
    private static Custody chain(String id, Hashes original) {
        List<Custody.Line> lines = new ArrayList<>();
        String previous = CustodySeal.root(id, original);
        previous = add(lines, id, "RECEIVED", "merchant-wang", previous, false);
        previous = add(lines, id, "VIEWED", "samr-huangpu", previous, true);
        add(lines, id, "EXPORTED", "merchant-wang", previous, false);
        return new Custody(id, lines);
    }

    private static String add(
            List<Custody.Line> lines,
            String id,
            String act,
            String organisation,
            String previous,
            boolean withheld) {
        int seq = lines.size() + 1;
        String at = NOW.minusSeconds(100 - seq).toString();
        String seal =
                CustodySeal.of(id, seq, act, "sub-1", organisation, "用途", at, "detail", previous);
        lines.add(
                new Custody.Line(
                        seq,
                        act,
                        act,
                        withheld ? null : "sub-1",
                        withheld ? null : organisation,
                        withheld ? null : "用途",
                        at,
                        withheld ? null : "detail",
                        previous,
                        seal));
        return seal;
    }

    /** Two heads: after the first entries of all, and after all. */
    private static HeadProof proof(List<Custody> chains) {
        List<String> seals = new ArrayList<>();
        chains.forEach(chain -> seals.add(chain.entries().get(0).seal()));
        long firstSize = seals.size();
        List<Long> lasts = new ArrayList<>();
        for (Custody chain : chains) {
            chain.entries().stream().skip(1).forEach(line -> seals.add(line.seal()));
            lasts.add(seals.size() - 1L);
        }
        Map<Node, byte[]> nodes = new HashMap<>(SealTree.grown(0, seals, nobody -> null));
        AuditHead first = head(1, firstSize, nodes, "");
        AuditHead last = head(2, seals.size(), nodes, first.hash());
        List<Trail> trails = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            Custody chain = chains.get(i);
            trails.add(trail(chain.evidenceId(), 1, i, first, nodes));
            trails.add(
                    trail(chain.evidenceId(), chain.entries().size(), lasts.get(i), last, nodes));
        }
        return new HeadProof(
                List.copyOf(new TreeMap<>(Map.of(1L, first, 2L, last)).values()), trails);
    }

    private static AuditHead head(
            long number, long size, Map<Node, byte[]> nodes, String previous) {
        return AuditHead.closed(
                number,
                "2026-11-29",
                NOW.minusSeconds(10 - number).toString(),
                number == 1 ? "DAILY" : "BUNDLE",
                size,
                SealTree.root(size, nodes::get),
                5,
                "ab".repeat(32),
                previous);
    }

    private static Trail trail(
            String id, int seq, long place, AuditHead head, Map<Node, byte[]> nodes) {
        return new Trail(
                id, seq, head.number(), place, SealTree.path(place, head.entries(), nodes::get));
    }
}
