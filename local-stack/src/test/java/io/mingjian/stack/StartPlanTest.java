package io.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.StackFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StartPlanTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final StartPlan plan = new StartPlan(Progress.silent());

    @Test
    void aPartWaitsForThoseItLeansOn() {
        plan.part("postgres", () -> done.add("postgres"));
        plan.part("kafka", () -> done.add("kafka"));
        plan.part("registry", () -> done.add("registry"), "postgres", "kafka");

        plan.run();

        assertThat(done).containsExactlyInAnyOrder("postgres", "kafka", "registry");
        assertThat(done.get(2)).isEqualTo("registry");
        assertThat(plan.times()).containsOnlyKeys("postgres", "kafka", "registry");
    }

    @Test
    void partsThatDoNotLeanOnEachOtherStartSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        plan.part("one", () -> meet(both));
        plan.part("two", () -> meet(both));

        plan.run();

        assertThat(done).hasSize(2);
    }

    @Test
    void preparationDoesNotWait() {
        CountDownLatch prepared = new CountDownLatch(1);
        plan.part("postgres", () -> await(prepared));
        plan.part("keycloak", prepared::countDown, () -> done.add("keycloak"), "postgres");

        plan.run();

        assertThat(done).containsExactly("met", "keycloak");
    }

    @Test
    void theFirstFailureEndsThePlanWithItsOwnWords() {
        plan.part(
                "postgres",
                () -> {
                    throw new StackFailure("no room");
                });
        plan.part("kafka", () -> meet(new CountDownLatch(2)));
        plan.part("registry", () -> done.add("registry"), "postgres");

        assertThatThrownBy(plan::run).isInstanceOf(StackFailure.class).hasMessage("no room");
        assertThat(done).doesNotContain("registry");
    }

    private void meet(CountDownLatch latch) {
        latch.countDown();
        await(latch);
    }

    private void await(CountDownLatch latch) {
        try {
            if (latch.await(60, TimeUnit.SECONDS)) {
                done.add("met");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
