package io.mingjian.detection.preservation;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class DailyHeadTest {
    private final Party merchant =
            new Party(TestCaller.merchant("wang", "91310000132260250X", HANDLER));

    @Inject DailyHead daily;
    @Inject Clock clock;
    @Inject DataSource source;

    @ConfigProperty(name = "mingjian.preservation.seals-at-once")
    int portion;

    @Test
    void howeverManyReplicasTryADayHasOneDailyHead() {
        merchant.uploads(jpeg(goods(64, 64, 720), 0.9));
        Uni.join()
                .all(IntStream.range(0, 6).mapToObj(i -> daily.publish()).toList())
                .andFailFast()
                .await()
                .indefinitely();
        String today = LegalDay.today(clock).toString();
        List<String> occasions =
                merchant.asks()
                        .get("/v1/audit-heads?limit=200&day=" + today)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.occasion", String.class);
        assertThat(occasions).filteredOn("DAILY"::equals).hasSize(1);
    }

    @Test
    void itIsPublishedWithoutAnybodyAsking() {
        await().until(
                        () ->
                                merchant.asks()
                                                .get("/v1/audit-heads")
                                                .jsonPath()
                                                .getList("items")
                                                .size()
                                        > 0);
    }

    @Test
    void betweenTheHeadsOfTwoDaysTheLogGrowsByPortions() {
        daily.publish().await().indefinitely();
        UUID evidence = merchant.uploads(jpeg(goods(64, 64, 722), 0.9));
        merchant.analysis(evidence);
        for (int look = 0; look < 2 * portion; look++) {
            merchant.looksAt(evidence, "/content").then().statusCode(200);
        }
        daily.publish().await().indefinitely();
        Database rows = new Database(source);
        assertThat(rows.asks("select count(*) from seal_waiting where evidence_id = ?", evidence))
                .isEqualTo("0");
        assertThat(rows.asks("select count(*) from seal_place where evidence_id = ?", evidence))
                .isEqualTo(String.valueOf(2 + 2 * portion));
        assertThat(
                        Integer.parseInt(
                                rows.asks(
                                        "select count(distinct xmin::text) from seal_place"
                                                + " where evidence_id = ?",
                                        evidence)))
                .as("transactions")
                .isGreaterThan(2);
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        merchant.asks()
                .get("/v1/audit-heads?day=today")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/day"));
    }

    @Test
    void withoutASigningKeyTheDoorSaysSo() {
        merchant.asks()
                .contentType("application/json")
                .body(
                        "{\"evidenceIds\":[\""
                                + merchant.uploads(jpeg(goods(64, 64, 721), 0.9))
                                + "\"],\"purpose\":\"x\"}")
                .post("/v1/preservation-bundles")
                .then()
                .statusCode(409)
                .body("code", equalTo("preservation-not-set-up"));
    }
}
