package io.mingjian.detection.retention;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.content.Digests;
import io.mingjian.detection.content.S3Resource;
import io.mingjian.detection.content.S3Server;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The service over a bucket that goes away in the middle and comes back. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(S3Resource.class)
class BucketTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Party intake = new Party(TestCaller.city(INTAKE));

    @Inject DataSource source;
    @Inject DestructionSweep sweep;
    @Inject Clock clock;

    S3Server server;

    @Test
    void aBucketThatIsAwayIsToldAndNothingIsLost() {
        byte[] picture = jpeg(goods(200, 100, 601), 0.9);
        UUID evidence = intake.uploads(picture);
        intake.analysis(evidence);
        intake.looksAt(evidence, "/content").then().statusCode(200);
        assertThat(server.names()).anyMatch(holds(picture));
        server.stop();
        try {
            intake.looksAt(evidence, "/content")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"));
            intake.sends(jpeg(goods(200, 100, 602), 0.9)).then().statusCode(503);
            RestAssured.get("/q/health/ready").then().statusCode(503);
        } finally {
            server.start();
        }
        intake.looksAt(evidence, "/content").then().statusCode(200);
        RestAssured.get("/q/health/ready").then().statusCode(200);
        intake.sends(jpeg(goods(200, 100, 602), 0.9)).then().statusCode(201);
    }

    @Test
    void anEndThatTheBucketMissedIsMadeGood() {
        byte[] picture = jpeg(goods(200, 100, 603), 0.9);
        UUID evidence = intake.uploads(picture);
        intake.analysis(evidence);
        Database database = new Database(source);
        database.changes(
                "update evidence set keep_until = ? where id = ?",
                LegalDay.today(clock).minusDays(1),
                evidence);
        server.stop();
        try {
            sweep.sweep().await().atMost(LONG);
            assertThat(state(database, evidence)).isEqualTo("DESTROYING");
            intake.looksAt(evidence, "/content").then().statusCode(410);
        } finally {
            server.start();
        }
        assertThat(server.names()).anyMatch(holds(picture));
        sweep.sweep().await().atMost(LONG);
        assertThat(state(database, evidence)).isEqualTo("DESTROYED");
        assertThat(server.names()).noneMatch(holds(picture));
        assertThat(intake.custody(evidence).getBoolean("intact")).isTrue();
    }

    private static Predicate<String> holds(byte[] picture) {
        return name -> name.endsWith(Digests.of(picture).sha256());
    }

    private static String state(Database database, UUID evidence) {
        return database.asks("select content_state from evidence where id = ?", evidence);
    }
}
