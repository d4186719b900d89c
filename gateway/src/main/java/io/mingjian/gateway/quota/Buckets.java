package io.mingjian.gateway.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Buckets of one policy by key. Keeps the ones used last, so that a flood of addresses cannot fill
 * the memory.
 */
final class Buckets {
    private static final int MOST = 20_000;

    private final String policy;
    private final QuotaSettings.Rate rate;
    private final TimeMeter time;
    private final Map<String, Bucket> byKey =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST;
                }
            };

    Buckets(String policy, QuotaSettings.Rate rate, TimeMeter time) {
        if (rate.requests() < 1 || rate.period().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "quota " + policy + " needs at least 1 request and 1 second");
        }
        this.policy = policy;
        this.rate = rate;
        this.time = time;
    }

    Verdict take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                policy,
                probe.isConsumed(),
                rate.requests(),
                rate.period().toSeconds(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private synchronized Bucket bucket(String key) {
        return byKey.computeIfAbsent(
                key,
                any ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(rate.requests())
                                                .refillGreedy(rate.requests(), rate.period())
                                                .build())
                                .withCustomTimePrecision(time)
                                .build());
    }

    private static long seconds(long nanos) {
        return -Math.floorDiv(-nanos, 1_000_000_000L);
    }
}
