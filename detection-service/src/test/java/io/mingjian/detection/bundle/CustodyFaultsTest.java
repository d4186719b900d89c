package io.mingjian.detection.bundle;

import static io.mingjian.detection.bundle.BundleFixture.KEYS;
import static io.mingjian.detection.bundle.BundleFixture.ends;
import static io.mingjian.detection.bundle.BundleFixture.sample;
import static io.mingjian.detection.bundle.BundleFixture.verify;
import static io.mingjian.detection.bundle.BundleSample.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Verdict.Publication;
import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be done to chains of custody and heads before a bundle is sealed again. */
class CustodyFaultsTest {
    @TempDir Path folder;

    @Test
    void aRemovedEntryOfCustodyIsNamed() throws IOException {
        assertCustody(chain -> entries(chain, e -> e.remove(1)), "第 2 条记录序号为 3");
    }

    @Test
    void aChainWithoutItsBeginningIsNamed() throws IOException {
        assertCustody(chain -> entries(chain, e -> e.remove(0)), "第 1 条记录序号为 2");
    }

    @Test
    void reorderedEntriesAreNamed() throws IOException {
        assertCustody(chain -> entries(chain, e -> Collections.swap(e, 0, 1)), "次序");
    }

    @Test
    void aChangedEntryIsNamed() throws IOException {
        assertCustody(
                chain -> entries(chain, e -> e.set(2, withPurpose(e.get(2), "别的"))),
                "第 3 条记录的内容与封印不符");
    }

    @Test
    void aChainOfAnotherFileIsNamed() throws IOException {
        Path bundle =
                sample().custody(
                                chain ->
                                        entries(
                                                chain,
                                                e ->
                                                        e.set(
                                                                0,
                                                                withPrevious(
                                                                        e.get(0),
                                                                        CustodySeal.root(
                                                                                chain.evidenceId(),
                                                                                Hashes.of(
                                                                                        new byte
                                                                                                [9]))))))
                        .write(file());
        assertThat(verify(bundle).flaws()).anyMatch(flaw -> flaw.what().contains("与原件的哈希值不衔接"));
    }

    @Test
    void aChainThatLostItsEndDoesNotLeadToTheHead() throws IOException {
        HeadProof[] whole = new HeadProof[1];
        sample().heads(proof -> whole[0] = proof).write(file());
        Path bundle =
                sample().heads(proof -> whole[0])
                        .custody(chain -> entries(chain, e -> e.remove(2)))
                        .write(file());
        assertThat(verify(bundle).flaws()).anyMatch(flaw -> flaw.kind() == Kind.AUDIT_HEAD);
    }

    @Test
    void aChangedHeadOrPathIsNamed() throws IOException {
        Path head =
                sample().heads(
                                proof ->
                                        new HeadProof(
                                                List.of(
                                                        proof.heads().get(0),
                                                        later(proof.heads().get(1))),
                                                proof.trails()))
                        .write(file());
        assertThat(verify(head).flaws()).anyMatch(flaw -> flaw.what().equals("第 2 号链头的内容与其哈希值不符"));
        Path path =
                sample().heads(
                                proof ->
                                        new HeadProof(
                                                proof.heads(),
                                                List.of(
                                                        proof.trails().get(0),
                                                        moved(proof.trails().get(1)))))
                        .write(file());
        assertThat(verify(path).flaws()).anyMatch(flaw -> flaw.what().contains("不能推出第 2 号链头"));
    }

    @Test
    void aHeadThatWasPublishedDifferentlyIsNamed() throws Exception {
        Path bundle = sample().write(file());
        AuditHead newest = verify(bundle).newest().head();
        String page = "{\"items\":[{\"number\":2,\"hash\":\"%s\"}]}";
        KnownHeads same = KnownHeads.read(page.formatted(newest.hash()).getBytes(UTF_8));
        KnownHeads other = KnownHeads.read(page.formatted("00").getBytes(UTF_8));
        assertThat(BundleVerifier.verify(bundle, KEYS.trust(), same).newest().publication())
                .isEqualTo(Publication.PUBLISHED);
        assertThat(BundleVerifier.verify(bundle, KEYS.trust(), other).flaws())
                .extracting(Flaw::what)
                .containsExactly("第 2 号链头与公布的不一致");
    }

    @Test
    void everyHeadOfTheBundleHasToBeAmongThoseGiven() throws Exception {
        Path bundle = sample().write(file());
        List<AuditHead> heads = verify(bundle).heads().stream().map(Verdict.Head::head).toList();
        KnownHeads newest = KnownHeads.read(page(heads.get(1)));
        Verdict absent = BundleVerifier.verify(bundle, KEYS.trust(), newest);
        assertThat(absent.flaws()).isEmpty();
        assertThat(absent.state()).isEqualTo(State.UNPUBLISHED);
        assertThat(absent.heads())
                .extracting(Verdict.Head::publication)
                .containsExactly(Publication.ABSENT, Publication.PUBLISHED);
        assertThat(absent.pieces().get(0).keptSincePublication()).isEqualTo(Publication.ABSENT);
        assertThat(BundleVerifier.verify(bundle, Trust.NONE, newest).state())
                .isEqualTo(State.UNPUBLISHED);
        KnownHeads both = newest.and(page(heads.get(0)));
        assertThat(BundleVerifier.verify(bundle, KEYS.trust(), both).state())
                .isEqualTo(State.INTACT);
        KnownHeads nothing = KnownHeads.read("{\"items\":[]}".getBytes(UTF_8));
        assertThat(BundleVerifier.verify(bundle, KEYS.trust(), nothing).state())
                .isEqualTo(State.UNPUBLISHED);
    }

    @Test
    void withoutPublishedHeadsNoneIsCalledPublished() throws IOException {
        Verdict verdict = verify(sample().write(file()));
        assertThat(verdict.heads())
                .extracting(Verdict.Head::publication)
                .containsOnly(Publication.NOT_COMPARED);
        assertThat(verdict.pieces().get(0).keptSincePublication())
                .isEqualTo(Publication.NOT_COMPARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"items\":3}",
                "{\"items\":[{\"number\":1}]}",
                "{\"items\":[{\"number\":\"1\",\"hash\":\"ab\"}]}",
                "{\"items\":[{\"number\":1,\"hash\":\"a\"},{\"number\":1,\"hash\":\"b\"}]}"
            })
    void aListOfHeadsThatIsNoneIsNotTakenForAnEmptyOne(String list) {
        assertThatThrownBy(() -> KnownHeads.read(list.getBytes(UTF_8)))
                .isInstanceOf(NotInForm.class);
    }

    @Test
    void aChainWithoutAnyEntryLeadsNowhere() throws IOException {
        Path bundle = sample().write(file());
        Packed.rewrite(
                bundle,
                (name, bytes) -> {
                    String text = new String(bytes, UTF_8);
                    return name.endsWith("custody.json")
                            ? Canonical.write(new Custody(BundleSample.id(0), List.of()))
                            : name.equals(BundleNames.HEAD)
                                    ? text.replace("\"seq\":3", "\"seq\":0").getBytes(UTF_8)
                                    : bytes;
                });
        assertThat(verify(bundle).flaws())
                .extracting(Flaw::what)
                .contains("保管链没有任何记录", "证据 " + BundleSample.id(0) + " 缺少通向链头的路径");
    }

    private static byte[] page(AuditHead head) {
        return "{\"items\":[{\"number\":%d,\"hash\":\"%s\"}]}"
                .formatted(head.number(), head.hash())
                .getBytes(UTF_8);
    }

    private void assertCustody(UnaryOperator<Custody> change, String what) throws IOException {
        Path bundle = sample().custody(change).write(file());
        assertThat(verify(bundle).flaws())
                .anyMatch(
                        flaw ->
                                flaw.kind() == Kind.CUSTODY
                                        && flaw.what().contains(what)
                                        && ends(flaw, "custody.json"));
    }

    private Path file() {
        return folder.resolve("bundle.zip");
    }

    private static Custody entries(Custody chain, Consumer<List<Custody.Line>> change) {
        List<Custody.Line> lines = new ArrayList<>(chain.entries());
        change.accept(lines);
        return new Custody(chain.evidenceId(), lines);
    }

    private static Custody.Line withPurpose(Custody.Line line, String purpose) {
        return new Custody.Line(
                line.seq(),
                line.act(),
                line.actName(),
                line.actor(),
                line.organisation(),
                purpose,
                line.at(),
                line.detail(),
                line.previousSeal(),
                line.seal());
    }

    private static Custody.Line withPrevious(Custody.Line line, String previous) {
        return new Custody.Line(
                line.seq(),
                line.act(),
                line.actName(),
                line.actor(),
                line.organisation(),
                line.purpose(),
                line.at(),
                line.detail(),
                previous,
                line.seal());
    }

    private static AuditHead later(AuditHead head) {
        return new AuditHead(
                head.number(),
                head.day(),
                NOW.toString(),
                head.occasion(),
                head.entries(),
                head.root(),
                head.auditEntries(),
                head.auditHash(),
                head.previous(),
                head.hash());
    }

    private static HeadProof.Trail moved(HeadProof.Trail trail) {
        return new HeadProof.Trail(
                trail.evidenceId(), trail.seq(), trail.head(), trail.place() - 1, trail.path());
    }
}
