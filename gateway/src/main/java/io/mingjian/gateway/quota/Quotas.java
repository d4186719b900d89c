package io.mingjian.gateway.quota;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.contracts.OrganisationKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts requests by organisation, and failures without a good token by address. */
@Singleton
public class Quotas {
    private final Map<OrganisationKind, Buckets> organisations =
            new EnumMap<>(OrganisationKind.class);
    private final Buckets strangers;
    private final MeterRegistry registry;

    Quotas(QuotaSettings settings, Clock clock, MeterRegistry registry) {
        TimeMeter time = new ClockMeter(clock);
        for (OrganisationKind kind : OrganisationKind.values()) {
            QuotaSettings.Rate rate = settings.kind().getOrDefault(kind, settings.organisation());
            organisations.put(kind, new Buckets("organisation", rate, time));
        }
        this.strangers = new Buckets("address", settings.stranger(), time);
        this.registry = registry;
    }

    /** Takes one request from the organisation's bucket. */
    public Verdict organisation(String organisation, OrganisationKind kind) {
        Buckets buckets = organisations.get(kind);
        if (buckets == null) {
            throw new IllegalStateException("no quota for " + kind);
        }
        return counted(buckets.take(organisation), kind.name().toLowerCase(Locale.ROOT));
    }

    /** Takes one failure from the address's bucket. */
    public Verdict stranger(String address) {
        return counted(strangers.take(address), "stranger");
    }

    private Verdict counted(Verdict verdict, String who) {
        registry.counter(
                        "mingjian.quota.requests",
                        "who",
                        who,
                        "allowed",
                        Boolean.toString(verdict.allowed()))
                .increment();
        return verdict;
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
