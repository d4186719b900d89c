package io.mingjian.registry.person;

import static io.mingjian.registry.filer.ContactKind.ACCOUNT;
import static io.mingjian.registry.filer.ContactKind.ADDRESS;
import static io.mingjian.registry.filer.ContactKind.NAME;
import static io.mingjian.registry.filer.ContactKind.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.filer.ContactKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchRuleTest {
    @Test
    void theStrongestRuleSpeaks() {
        assertThat(MatchRule.proposing(Set.of(PHONE, NAME, ADDRESS, ACCOUNT), false))
                .hasValue(MatchRule.SAME_ACCOUNT);
        assertThat(MatchRule.proposing(Set.of(PHONE, NAME, ADDRESS), false))
                .hasValue(MatchRule.PHONE_AND_NAME);
        assertThat(MatchRule.proposing(Set.of(NAME, ADDRESS), false))
                .hasValue(MatchRule.ADDRESS_AND_NAME);
        assertThat(MatchRule.proposing(Set.of(PHONE, ADDRESS), false))
                .hasValue(MatchRule.PHONE_ONLY);
        assertThat(MatchRule.proposing(Set.of(ADDRESS), false)).hasValue(MatchRule.ADDRESS_ONLY);
    }

    @Test
    void aNameAloneSaysNothing() {
        assertThat(MatchRule.proposing(Set.of(NAME), false)).isEmpty();
        assertThat(MatchRule.proposing(Set.of(), false)).isEmpty();
    }

    @Test
    void twoDocumentsAreNeverProposedWhateverElseAgrees() {
        assertThat(MatchRule.proposing(EnumSet.allOf(ContactKind.class), true)).isEmpty();
    }

    @Test
    void everyRuleSaysWhyInWords() {
        assertThat(MatchRule.values()).allSatisfy(rule -> assertThat(rule.zh()).isNotBlank());
    }
}
