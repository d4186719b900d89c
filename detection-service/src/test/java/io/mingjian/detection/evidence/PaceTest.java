package io.mingjian.detection.evidence;

import static io.mingjian.detection.evidence.Pace.Kind.AGAIN;
import static io.mingjian.detection.evidence.Pace.Kind.LOOK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long seconds;

    private final Pace pace = new Pace(2, () -> TimeUnit.SECONDS.toNanos(seconds));

    @Test
    void beforeTheFirstJobThereIsAGuess() {
        assertThat(pace.each(LOOK, 1)).isEqualTo(Duration.ofSeconds(1));
        Pace.Job failing = pace.begin();
        seconds += 40;
        failing.failed();
        assertThat(pace.each(LOOK, 2)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aJobAloneTakesItsTimeHoweverLongNothingRanBefore() {
        seconds = 100;
        oneOf(3);
        assertThat(pace.each(LOOK, 1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(pace.each(LOOK, 9)).isEqualTo(Duration.ofSeconds(3));
    }

    /** Six jobs, two at a time, each four seconds at work: one ends every two seconds. */
    @Test
    void jobsSideBySideShareTheTime() {
        oneOf(3);
        for (int pair = 0; pair < 3; pair++) {
            Pace.Job first = pace.begin();
            Pace.Job second = pace.begin();
            seconds += 4;
            first.done(LOOK);
            second.done(LOOK);
        }
        assertThat(pace.each(LOOK, 2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.each(LOOK, 30)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.each(LOOK, 1)).isEqualTo(Duration.ofSeconds(3));
    }

    /** Alone for the first second, then three seconds beside another: one, and one and a half. */
    @Test
    void whoHadCompanyForAPartOfTheTimeSharesThatPartAlone() {
        Pace.Job job = pace.begin();
        seconds += 1;
        Pace.Job beside = pace.begin();
        seconds += 3;
        job.done(LOOK);
        beside.failed();
        assertThat(pace.each(LOOK, 2)).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void theMeanFollowsWhatJobsTakeLately() {
        oneOf(1);
        for (int job = 0; job < 60; job++) {
            oneOf(5);
        }
        assertThat(pace.each(LOOK, 1)).isBetween(Duration.ofMillis(4_900), Duration.ofSeconds(5));
    }

    /** A picture that many sent has each of its copies drawn up again; that is done in no time. */
    @Test
    void shortJobsBetweenLongOnesDoNotMakeThoseLookShort() {
        oneOf(4);
        for (int copy = 0; copy < 20; copy++) {
            Pace.Job job = pace.begin();
            seconds += 1;
            job.done(AGAIN);
        }
        assertThat(pace.each(LOOK, 1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pace.each(AGAIN, 1)).isEqualTo(Duration.ofSeconds(1));
    }

    private void oneOf(long length) {
        Pace.Job job = pace.begin();
        seconds += length;
        job.done(LOOK);
    }
}
