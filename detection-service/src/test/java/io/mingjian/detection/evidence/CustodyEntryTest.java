package io.mingjian.detection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.content.Digests;
import io.mingjian.detection.content.Fingerprint;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustodyEntryTest {
    private static final UUID EVIDENCE = UUID.fromString("0190a5d8-0000-7000-8000-000000000001");
    private static final Fingerprint FILE = fingerprint("a");

    private final CustodyEntry first =
            CustodyEntry.first(EVIDENCE, FILE, act(CustodyAct.RECEIVED, "收取证据", "x"));
    private final CustodyEntry second = first.next(act(CustodyAct.VIEWED, "查看", "y"));
    private final CustodyEntry third = second.next(act(CustodyAct.EXPORTED, "导出", "z"));

    @Test
    void anUntouchedChainIsIntact() {
        assertThat(intact(first, second, third)).isTrue();
        assertThat(third.seq()).isEqualTo(3);
    }

    @Test
    void aMissingBeginningMiddleOrEverythingIsNoticed() {
        assertThat(intact(second, third)).isFalse();
        assertThat(intact(first, third)).isFalse();
        assertThat(intact()).isFalse();
    }

    @Test
    void swappedEntriesAreNoticed() {
        assertThat(intact(first, third, second)).isFalse();
    }

    @Test
    void everyFieldIsSealed() {
        List<CustodyEntry> forgeries = new ArrayList<>();
        forgeries.add(
                copy(
                        second,
                        CustodyAct.EXPORTED,
                        second.actor(),
                        second.purpose(),
                        second.at(),
                        second.detail()));
        forgeries.add(
                copy(
                        second,
                        second.act(),
                        "somebody",
                        second.purpose(),
                        second.at(),
                        second.detail()));
        forgeries.add(
                copy(second, second.act(), second.actor(), "别的用途", second.at(), second.detail()));
        forgeries.add(
                copy(
                        second,
                        second.act(),
                        second.actor(),
                        second.purpose(),
                        second.at().plusMillis(1),
                        second.detail()));
        forgeries.add(
                copy(second, second.act(), second.actor(), second.purpose(), second.at(), "other"));
        for (CustodyEntry forged : forgeries) {
            assertThat(intact(first, forged, third)).as(forged.toString()).isFalse();
        }
    }

    @Test
    void theChainBelongsToOneFile() {
        assertThat(CustodyEntry.intact(EVIDENCE, fingerprint("b"), List.of(first))).isFalse();
        assertThat(CustodyEntry.intact(UUID.randomUUID(), FILE, List.of(first))).isFalse();
    }

    @Test
    void textThatMovesBetweenFieldsChangesTheSeal() {
        CustodyEntry one = CustodyEntry.first(EVIDENCE, FILE, act(CustodyAct.VIEWED, "ab", "c"));
        CustodyEntry other = CustodyEntry.first(EVIDENCE, FILE, act(CustodyAct.VIEWED, "a", "bc"));
        assertThat(one.seal()).isNotEqualTo(other.seal());
    }

    private static boolean intact(CustodyEntry... entries) {
        return CustodyEntry.intact(EVIDENCE, FILE, List.of(entries));
    }

    private static CustodyEntry copy(
            CustodyEntry entry,
            CustodyAct act,
            String actor,
            String purpose,
            Instant at,
            String detail) {
        return new CustodyEntry(
                entry.evidenceId(),
                entry.seq(),
                act,
                actor,
                entry.organisation(),
                purpose,
                at,
                detail,
                entry.previousSeal(),
                entry.seal());
    }

    private static Act act(CustodyAct act, String purpose, String detail) {
        return new Act(
                act,
                "sub-1",
                "samr-huangpu",
                purpose,
                Instant.parse("2026-11-24T02:00:00.123456Z"),
                detail);
    }

    private static Fingerprint fingerprint(String content) {
        return Digests.of(content.getBytes(UTF_8));
    }
}
