package io.mingjian.gateway.quota;

import static io.mingjian.contracts.OrganisationKind.MERCHANT;
import static io.mingjian.contracts.OrganisationKind.MONITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mingjian.contracts.OrganisationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final Now now = new Now();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Quotas quotas = new Quotas(new Settings(10, 60, 4), now, meters);

    @Test
    void anOrganisationMayAskUntilItsBucketIsEmpty() {
        for (int left = 9; left >= 0; left--) {
            Verdict verdict = quotas.organisation("a", MONITOR);
            assertThat(verdict.allowed()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(left);
        }
        Verdict refused = quotas.organisation("a", MONITOR);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfterSeconds()).isEqualTo(6);
        assertThat(quotas.organisation("b", MONITOR).allowed()).as("another organisation").isTrue();
    }

    @Test
    void theBucketFillsEvenlyWithTime() {
        drain();
        now.moves(Duration.ofSeconds(6));
        assertThat(quotas.organisation("a", MONITOR).allowed()).isTrue();
        assertThat(quotas.organisation("a", MONITOR).allowed()).isFalse();
        now.moves(Duration.ofSeconds(600));
        assertThat(quotas.organisation("a", MONITOR).remaining())
                .as("never more than the quota")
                .isEqualTo(9);
    }

    @Test
    void waitingAsLongAsToldIsEnough() {
        drain();
        now.moves(Duration.ofSeconds(quotas.organisation("a", MONITOR).retryAfterSeconds()));
        assertThat(quotas.organisation("a", MONITOR).allowed()).isTrue();
    }

    @Test
    void aKindWithItsOwnLineHasItsOwnQuota() {
        assertThat(quotas.organisation("m", MERCHANT).headers())
                .containsEntry("RateLimit-Policy", "\"organisation\";q=2;w=60")
                .containsEntry("RateLimit", "\"organisation\";r=1;t=30");
    }

    @Test
    void failuresAreCountedByAddress() {
        for (int failure = 0; failure < 4; failure++) {
            assertThat(quotas.stranger("10.0.0.1").allowed()).isTrue();
        }
        assertThat(quotas.stranger("10.0.0.1").allowed()).isFalse();
        assertThat(quotas.stranger("10.0.0.2").allowed()).isTrue();
    }

    @Test
    void aFloodOfAddressesDoesNotFillTheMemory() {
        quotas.stranger("first");
        for (int address = 0; address < 25_000; address++) {
            quotas.stranger("address-" + address);
        }
        assertThat(quotas.stranger("first").remaining())
                .as("forgotten, so full again")
                .isEqualTo(3);
        assertThat(quotas.stranger("address-24999").remaining()).as("remembered").isEqualTo(2);
    }

    @Test
    void refusalsAreCounted() {
        for (int asked = 0; asked < 11; asked++) {
            quotas.organisation("a", MONITOR);
        }
        assertThat(
                        meters.counter(
                                        "mingjian.quota.requests",
                                        "who",
                                        "monitor",
                                        "allowed",
                                        "false")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void aQuotaOfNothingStopsTheStart() {
        assertThatThrownBy(() -> new Quotas(new Settings(0, 60, 4), now, meters))
                .hasMessageContaining("organisation");
    }

    private void drain() {
        for (int asked = 0; asked < 10; asked++) {
            quotas.organisation("a", MONITOR);
        }
    }

    private record Settings(long most, long seconds, long failures) implements QuotaSettings {
        @Override
        public Rate organisation() {
            return new FixedRate(most, Duration.ofSeconds(seconds));
        }

        @Override
        public Map<OrganisationKind, Rate> kind() {
            return Map.of(MERCHANT, new FixedRate(2, Duration.ofSeconds(seconds)));
        }

        @Override
        public Rate stranger() {
            return new FixedRate(failures, Duration.ofSeconds(seconds));
        }
    }

    private record FixedRate(long requests, Duration period) implements QuotaSettings.Rate {}

    private static final class Now extends Clock {
        static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
        private Instant at = START;

        void moves(Duration by) {
            at = at.plus(by);
        }

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
