package io.mingjian.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.audit.Audit.ChainState;
import io.mingjian.kit.audit.Audit.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainLinkTest {
    /** The example of GB/T 32905-2016, annex A.1. */
    @Test
    void theHashIsSm3() {
        assertThat(Sm3.hex("abc"))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void aWholeChainHolds() {
        ChainState state = Audit.extend(new ChainState(0, "", null), chain(5));
        assertThat(state.intact()).isTrue();
        assertThat(state.entries()).isEqualTo(5);
    }

    @Test
    void aRemovedEntryIsNoticed() {
        List<Stored> chain = chain(5);
        chain.remove(2);
        assertThat(Audit.extend(new ChainState(0, "", null), chain).brokenAt()).isEqualTo(3);
    }

    @Test
    void aChangedFieldIsNoticedWhicheverItIs() {
        ChainLink link = link(1, "a", "b");
        String hash = link.hash("");
        assertThat(link(1, "ab", "").hash("")).isNotEqualTo(hash);
        assertThat(link(1, "a", "c").hash("")).isNotEqualTo(hash);
        assertThat(link(2, "a", "b").hash("")).isNotEqualTo(hash);
        assertThat(link(1, "a", "b").hash("x")).isNotEqualTo(hash);
    }

    @Test
    void fieldsCannotBeShiftedIntoEachOther() {
        assertThat(link(1, "ab", "c").hash("")).isNotEqualTo(link(1, "a", "bc").hash(""));
    }

    private static List<Stored> chain(int length) {
        List<Stored> chain = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= length; i++) {
            ChainLink link = link(i, "subject", "act" + i);
            previous = link.hash(previous);
            chain.add(new Stored(link, previous));
        }
        return chain;
    }

    private static ChainLink link(long seq, String subject, String organisation) {
        return new ChainLink(
                seq,
                Instant.parse("2026-11-24T01:00:00Z"),
                subject,
                organisation,
                "act",
                "type",
                "id",
                "",
                "",
                "");
    }
}
