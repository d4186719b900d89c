package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.ModelProvider;
import io.mingjian.detection.prompt.PromptRequest;
import io.mingjian.detection.prompt.PromptRule;
import io.mingjian.stack.Addresses;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Reading prompts: the rule alone, on prompts of the usual and of the greatest length, and a
 * request through the gateway with everything that belongs to it.
 */
final class GenerationFigures {
    private static final long SEED = 45438;
    private static final int USUAL = 200;
    private static final int LONGEST = 8_000;
    private static final int ROUNDS = 20_000;
    private static final int WARM_UP = 2_000;
    private static final double PER_SECOND = 50;

    /** Prompts are made of these, whole ones between crumbs that could begin a term. */
    private static final List<String> PIECES =
            List.of(
                    "一张快递里的杯子",
                    "破*损",
                    "摔碎了",
                    "真实照片",
                    "手机拍，",
                    "找卖家退款。",
                    "一只橘猫坐在窗台上，",
                    "po sun ",
                    "b.r.o.k.e.n ",
                    "a photo of a red apple ",
                    "像是运输途中",
                    "没有划痕",
                    "水彩插画，",
                    "蓝色的海边",
                    "cinematic light, ",
                    "电子秤显示 320 克，",
                    "编织篮子",
                    "头发丝",
                    "rotten ",
                    "超市小票金额",
                    "8k, ",
                    "一碗牛肉面，");

    private final Addresses addresses;
    private final PromptRule rule = PromptRule.shipped();

    GenerationFigures(Addresses addresses) {
        this.addresses = addresses;
    }

    void print() throws InterruptedException {
        Report.title(
                "Reading a prompt, the rule alone (seed " + SEED + ")",
                "characters",
                "p50",
                "p95",
                "p99",
                "longest");
        alone(USUAL, ROUNDS);
        alone(LONGEST, ROUNDS / 10);
        throughTheGateway();
    }

    private void alone(int characters, int rounds) {
        Random random = new Random(SEED);
        Latencies latencies = new Latencies();
        for (int round = -WARM_UP; round < rounds; round++) {
            PromptRequest request = PromptRequest.of(prompt(random, characters));
            long start = System.nanoTime();
            rule.read(request);
            long took = System.nanoTime() - start;
            if (round >= 0) {
                latencies.add(took);
            }
        }
        Report.row(
                characters,
                latencies.millis(50),
                latencies.millis(95),
                latencies.millis(99),
                latencies.millis(100));
    }

    /** With the token, the policy table, idempotency, the row and the audit chain. */
    private void throughTheGateway() throws InterruptedException {
        ModelProvider provider = new Actors(addresses).huiyan();
        String run = "bench-" + System.currentTimeMillis() + "-";
        Load.Request usual = number -> show(provider, run + "u" + number, number, USUAL);
        Load.closed(
                4, Duration.ofMinutes(1), number -> show(provider, run + "w" + number, 1, USUAL));
        Report.title(
                "A request through the gateway, open load of " + (int) PER_SECOND + "/s for 60 s",
                "characters",
                "requests/s",
                "failed",
                "p50",
                "p95",
                "p99");
        row(USUAL, Load.open(PER_SECOND, Duration.ofSeconds(60), usual));
        row(
                LONGEST,
                Load.open(
                        PER_SECOND,
                        Duration.ofSeconds(60),
                        number -> show(provider, run + "l" + number, number, LONGEST)));
    }

    private static void show(
            ModelProvider provider, String requestNo, long number, int characters) {
        provider.shows(
                requestNo,
                prompt(new Random(SEED + number), characters),
                "account-" + number % 100);
    }

    private static void row(int characters, Load.Result result) {
        Report.row(
                characters,
                result.perSecond(),
                result.failed(),
                result.latencies().millis(50),
                result.latencies().millis(95),
                result.latencies().millis(99));
    }

    private static String prompt(Random random, int characters) {
        StringBuilder prompt = new StringBuilder();
        while (prompt.length() < characters) {
            prompt.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return prompt.substring(0, characters);
    }
}
