package io.mingjian.detection.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.prompt.Corpus.Kind;
import io.mingjian.detection.prompt.Corpus.Sample;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How well the rule reads prompts that it was written against, and prompts that it was not. Prints
 * what {@code docs/generation.md} quotes. Of the held-out part no single error is printed, so that
 * nobody learns from it by accident.
 */
class PromptRuleMeasureTest {
    private final PromptRule rule = PromptRule.shipped();
    private final Corpus dev = Corpus.named("dev");
    private final Corpus heldOut = Corpus.named("held-out");

    @Test
    void thePromptsItWasWrittenAgainst() {
        Measure measure = new Measure(rule, dev);
        System.out.println(measure.report(true));
        assertThat(measure.precision().value()).isGreaterThan(0.95);
        assertThat(measure.recall().value()).isGreaterThan(0.9);
    }

    @Test
    void thePromptsItHasNotSeen() {
        Measure measure = new Measure(rule, heldOut);
        System.out.println(measure.report(false));
        assertThat(measure.precision().value()).isGreaterThan(0.95);
        assertThat(measure.recall().value()).isGreaterThan(0.8);
        for (PromptCategory category : PromptCategory.values()) {
            assertThat(measure.precision(category).value()).as("%s", category).isGreaterThan(0.9);
            assertThat(measure.recall(category).value()).as("%s", category).isGreaterThan(0.7);
        }
        assertThat(measure.recall(each -> each.kind() == Kind.LEGITIMATE).value()).isLessThan(0.05);
        assertThat(measure.recall(each -> each.kind() == Kind.EVERYDAY).value()).isLessThan(0.05);
    }

    @Test
    void bothPartsHoldEverythingAndShareNothing() {
        for (Corpus corpus : new Corpus[] {dev, heldOut}) {
            assertThat(corpus.samples()).hasSizeGreaterThanOrEqualTo(150);
            for (PromptCategory category : PromptCategory.values()) {
                assertThat(corpus.samples())
                        .filteredOn(each -> each.categories().contains(category))
                        .as("%s of %s", category, corpus.name())
                        .hasSizeGreaterThanOrEqualTo(10);
            }
            assertThat(corpus.samples().stream().flatMap(each -> each.evasions().stream()))
                    .contains(Evasion.values());
            for (Kind kind : Kind.values()) {
                assertThat(corpus.samples())
                        .filteredOn(each -> each.kind() == kind)
                        .hasSizeGreaterThanOrEqualTo(30);
            }
        }
        Set<String> shared = new HashSet<>(dev.samples().stream().map(Sample::prompt).toList());
        shared.retainAll(heldOut.samples().stream().map(Sample::prompt).toList());
        assertThat(shared).isEmpty();
    }

    /** Checked against the worked example of the statistical literature: 81 of 263. */
    @Test
    void theIntervalIsWilsons() {
        Share share = new Share(81, 263);
        assertThat(share.low()).isCloseTo(0.2553, org.assertj.core.data.Offset.offset(0.0005));
        assertThat(share.high()).isCloseTo(0.3662, org.assertj.core.data.Offset.offset(0.0005));
        assertThat(Arrays.asList(new Share(0, 30).low(), new Share(30, 30).high()))
                .allSatisfy(bound -> assertThat(bound).isBetween(-1e-9, 1 + 1e-9));
    }
}
