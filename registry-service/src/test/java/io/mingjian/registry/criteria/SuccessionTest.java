package io.mingjian.registry.criteria;

import static io.mingjian.registry.criteria.Examples.NOW;
import static io.mingjian.registry.criteria.Examples.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.refusal.Conflict;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final LocalDate LATER = TUESDAY.plusDays(30);

    private final Criterion open = version(1, TUESDAY, null, false);
    private final Criterion untilLater = version(1, TUESDAY, LATER.minusDays(1), false);

    @Test
    void theFirstEndsNothing() {
        assertThat(Succession.ending(List.of(), open)).isEmpty();
    }

    @Test
    void anOpenOneEndsWhereTheNextBegins() {
        assertThat(Succession.ending(List.of(open), version(2, LATER, null, false))).contains(open);
        assertThat(Succession.ending(List.of(open), version(2, TUESDAY, null, false)))
                .contains(open);
    }

    @Test
    void aDatedOneMayEndTheDayBefore() {
        assertThat(Succession.ending(List.of(untilLater), version(2, LATER, null, false)))
                .isEmpty();
    }

    @Test
    void aDatedOneThatReachesInOverlaps() {
        refused(
                "versions-overlap",
                () ->
                        Succession.ending(
                                List.of(untilLater), version(2, LATER.minusDays(1), null, false)));
    }

    @Test
    void oneThatReachesIntoALaterOverlaps() {
        Criterion later = version(1, LATER, null, false);
        refused(
                "versions-overlap",
                () -> Succession.ending(List.of(later), version(2, TUESDAY, null, false)));
        refused(
                "versions-overlap",
                () -> Succession.ending(List.of(later), version(2, TUESDAY, LATER, false)));
        assertThat(
                        Succession.ending(
                                List.of(later), version(2, TUESDAY, LATER.minusDays(1), false)))
                .isEmpty();
    }

    @Test
    void daysBetweenAreRefusedUnlessTheyAreMeant() {
        LocalDate dayTooLate = LATER.plusDays(1);
        refused(
                "versions-gap",
                () -> Succession.ending(List.of(untilLater), version(2, dayTooLate, null, false)));
        assertThat(Succession.ending(List.of(untilLater), version(2, dayTooLate, null, true)))
                .isEmpty();
        refused(
                "versions-gap",
                () ->
                        Succession.ending(
                                List.of(version(1, LATER, null, false)),
                                version(2, TUESDAY, LATER.minusDays(2), false)));
    }

    @Test
    void oneThatWasInUseOnNoDayIsInNobodysWay() {
        Criterion never = version(1, TUESDAY, TUESDAY.minusDays(1), false);
        assertThat(Succession.ending(List.of(never), version(2, LATER, null, false))).isEmpty();
        assertThat(Succession.ending(List.of(never), version(2, TUESDAY, null, false))).isEmpty();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.extensions()).containsValue(code));
    }

    private static Criterion version(
            int version, LocalDate from, @Nullable LocalDate until, boolean gapIntended) {
        Criterion any = Examples.criterion(Metric.SUBMISSIONS_OF_FILER, "10", "30");
        return new Criterion(
                "FREQ_12M",
                version,
                any.metric(),
                any.windowDays(),
                any.watch(),
                any.review(),
                false,
                1,
                false,
                any.basis(),
                any.status(),
                from,
                until,
                gapIntended,
                "a",
                NOW,
                "b",
                NOW);
    }
}
