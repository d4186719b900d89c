package io.mingjian.registry.evidence;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndicationInboxTest extends ServiceTest {
    private static final String CITY = "samr-shanghai";
    private final UUID evidence = UUID.randomUUID();

    @Test
    void anAnalysisThatComesAfterTheFilingIsShownWithIt() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        as(HUANGPU).get(path).then().body("evidence.analyzed", contains(false));
        deliver(analyzed(evidence, CITY, "STRONG_SIGNS", 5));
        await().untilAsserted(
                        () ->
                                as(HUANGPU)
                                        .get(path)
                                        .then()
                                        .body("evidence[0].band", equalTo("STRONG_SIGNS"))
                                        .body(
                                                "evidence[0].signals[0].code",
                                                equalTo("high-saturation")));
    }

    @Test
    void anAnalysisThatComesBeforeTheFilingIsShownWithIt() {
        deliver(analyzed(evidence, CITY, "NO_SIGN", 5));
        await().until(() -> known(evidence) == 1);
        String path = "/v1/reports/" + filed(aReport().naming(evidence));
        as(HUANGPU).get(path).then().body("evidence.band", contains("NO_SIGN"));
    }

    @Test
    void aLateOlderAnalysisChangesNothing() {
        deliver(analyzed(evidence, CITY, "DECLARED_OR_REUSED", 9));
        deliver(analyzed(evidence, CITY, "NO_SIGN", 3));
        UUID last = UUID.randomUUID();
        deliver(analyzed(last, CITY, "NO_SIGN", 1));
        await().until(() -> known(last) == 1);
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        as(HUANGPU)
                .get(path)
                .then()
                .body("evidence[0].band", equalTo("DECLARED_OR_REUSED"))
                .body("evidence[0].reuseCount", equalTo(9));
    }

    @Test
    void theSameMessageThreeTimesIsOneIndication() {
        String message = analyzed(evidence, CITY, "SOME_SIGNS", 2);
        for (int i = 0; i < 3; i++) {
            deliver(message);
        }
        UUID last = UUID.randomUUID();
        deliver(analyzed(last, CITY, "NO_SIGN", 1));
        await().until(() -> known(last) == 1);
        assertThat(known(evidence)).isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from dead_letter where payload like '%"
                                        + evidence
                                        + "%'"))
                .isZero();
    }

    @Test
    void evidenceOfAnotherOrganisationShowsNothingThoughAFilingNamesIt() {
        deliver(analyzed(evidence, "platform-yougou", "STRONG_SIGNS", 2));
        await().until(() -> known(evidence) == 1);
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        as(HUANGPU).get(path).then().body("evidence.analyzed", contains(false));
    }

    private long known(UUID id) {
        return count("select count(*) from evidence_indication where evidence_id = '" + id + "'");
    }
}
