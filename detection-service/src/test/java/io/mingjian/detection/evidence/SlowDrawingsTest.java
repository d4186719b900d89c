package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Party;
import io.mingjian.detection.media.DecoderBusy;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Films that take long to draw hold up whoever lists them, and nobody else. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SlowDrawingsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Party city = new Party(TestCaller.city(INTAKE));
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<CompletableFuture<byte[]>> slow = new ArrayList<>();

    @Inject Drawings drawings;

    @AfterEach
    void end() {
        end.countDown();
        slow.forEach(each -> each.handle((bytes, failure) -> "over").join());
    }

    /** Lists so many; the first of them is under way. */
    private void lists(String organisation, int films) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        for (int i = 0; i < films; i++) {
            slow.add(
                    drawings.draw(
                                    organisation,
                                    () -> {
                                        begun.countDown();
                                        end.await();
                                        return new byte[1];
                                    })
                            .subscribeAsCompletionStage());
        }
        assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void othersUploadAndLookMeanwhile() throws InterruptedException {
        lists("platform-slow", 20);
        UUID evidence = city.uploads(jpeg(goods(90, 60, 711), 0.9));
        city.looksAt(evidence, "/thumbnail").then().statusCode(200);
        city.looksAt(evidence, "/content").then().statusCode(200);
    }

    @Test
    void whatWasDrawnLatelyIsShownWithoutDrawingAndNotedAllTheSame() throws InterruptedException {
        UUID evidence = city.uploads(jpeg(goods(90, 60, 712), 0.9));
        byte[] first = city.looksAt(evidence, "/thumbnail").asByteArray();
        lists("platform-slow", 1);
        lists("platform-slower", 1);
        byte[] second =
                city.looksAt(evidence, "/thumbnail").then().statusCode(200).extract().asByteArray();
        assertThat(second).isEqualTo(first);
        List<String> acts = city.custody(evidence).getList("entries.act", String.class);
        assertThat(Collections.frequency(acts, "VIEWED")).isEqualTo(2);
        new Party(TestCaller.platform("other", INTEGRATION))
                .looksAt(evidence, "/thumbnail")
                .then()
                .statusCode(404);
    }

    @Test
    void whoHasTooManyInItsLineIsToldToComeBack() throws InterruptedException {
        UUID evidence = city.uploads(jpeg(goods(90, 60, 713), 0.9));
        lists("samr-shanghai", 201);
        city.looksAt(evidence, "/content")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:mingjian:problem:unavailable"));
        assertThat(city.custody(evidence).getList("entries.act", String.class))
                .as("nothing went out")
                .doesNotContain("VIEWED");
    }

    @Test
    void whenNoDecoderIsFreeThatIsNoFaultOfTheFile() {
        assertThatThrownBy(
                        () ->
                                drawings.draw(
                                                "one",
                                                () -> {
                                                    throw new DecoderBusy();
                                                })
                                        .await()
                                        .atMost(LONG))
                .isInstanceOf(DrawingsBusy.class);
    }
}
