package io.mingjian.registry.criteria;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes overnight without anybody's doing. */
@QuarkusTest
class RolloverTest extends ServiceTest {
    private final String phone = Filing.phone();

    @Test
    void aHintGoesWhenTheWindowHasMovedOn() {
        String first = threeAgainstOneOperator();
        assertThat(hints(first)).contains("SAME_OP_90D WATCH");
        run(
                "update counted_filing set received_on = '2026-08-27' where submission_id = "
                        + submissionOf(first));
        rollsOver();
        assertThat(hints(first)).contains("SAME_OP_90D WATCH");
        run(
                "update counted_filing set received_on = '2026-08-26' where submission_id = "
                        + submissionOf(first));
        rollsOver();
        assertThat(hints(first)).doesNotContain("SAME_OP_90D WATCH");
    }

    @Test
    void aHintGoesOfWhomNothingIsKnownAnyMore() {
        String filing = registered(aReport().by("甲某", phone));
        run(
                "insert into queue_hint values ("
                        + personOf(filing)
                        + ", 'FREQ_12M', 1, 'REVIEW', 'x', now())");
        run(
                "update counted_filing set received_on = '2024-01-01' where submission_id = "
                        + submissionOf(filing));
        rollsOver();
        assertThat(hints(filing)).isEmpty();
    }

    @Test
    void aFilingWhoseMessageWasLostIsMadeUpFor() {
        String first = registered(aReport().by("甲某", phone));
        registered(aReport().by("甲某", phone));
        String lost = filed(aReport().by("甲某", phone));
        assertThat(hints(first)).doesNotContain("SAME_OP_90D WATCH");
        rollsOver();
        assertThat(
                        count(
                                "select count(*) from counted_filing where submission_id = "
                                        + submissionOf(lost)))
                .isEqualTo(1);
        assertThat(hints(first)).contains("SAME_OP_90D WATCH");
    }

    @Test
    void whoStandsAsBeforeIsNotWritten() {
        String first = threeAgainstOneOperator();
        String written =
                "select updated_at from queue_hint where criterion = 'SAME_OP_90D' and person_id = "
                        + personOf(first);
        List<String> before = texts(written);
        long hits =
                count("select count(*) from criterion_hit where person_id = " + personOf(first));
        rollsOver();
        assertThat(texts(written)).isEqualTo(before).hasSize(1);
        assertThat(count("select count(*) from criterion_hit where person_id = " + personOf(first)))
                .isEqualTo(hits);
    }

    @Test
    void thoseWhoAreFoundToBeOnePersonAreJudgedTogetherAndTakenApartAgain() {
        String otherPhone = Filing.phone();
        String one = registered(aReport().by("甲某", phone));
        registered(aReport().by("甲某", phone));
        String other = registered(aReport().by("乙某", otherPhone));
        assertThat(hints(one)).doesNotContain("SAME_OP_90D WATCH");
        String merge =
                as(CITY_REVIEWER)
                        .body(
                                Map.of(
                                        "filerId", filerOf(one),
                                        "otherFilerId", filerOf(other),
                                        "reasons", "同一人，使用两部手机"))
                        .post("/v1/filer-merges")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String person =
                texts("select person_id from filer where id = '" + filerOf(one) + "'").get(0);
        relayed(person, "filer.merged.v1");
        assertThat(hints(one)).contains("SAME_OP_90D WATCH");
        assertThat(hints(other)).isEqualTo(hints(one));
        step(CITY_REVIEWER, "/v1/filer-merges/" + merge, "separation", "{\"reasons\":\"实为两人\"}")
                .statusCode(200);
        relayed(person, "filer.unmerged.v1");
        assertThat(hints(one)).doesNotContain("SAME_OP_90D WATCH");
        assertThat(hints(other)).doesNotContain("SAME_OP_90D WATCH");
    }

    private String threeAgainstOneOperator() {
        String first = registered(aReport().by("甲某", phone));
        registered(aReport().by("甲某", phone));
        registered(aReport().by("甲某", phone));
        return first;
    }

    /** Has the roll-over of today done once more, from its beginning to its end. */
    private void rollsOver() {
        run("delete from rollover");
        await().until(
                        () ->
                                count("select count(*) from rollover where finished_at is not null")
                                        == 1);
    }

    private void run(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static String submissionOf(String filing) {
        return "(select submission_id from queue_item where filing_id = '" + filing + "')";
    }

    private static String personOf(String filing) {
        return "(select f.person_id from queue_item q join filer f on f.id = q.filer_id where q.filing_id = '"
                + filing
                + "')";
    }

    private String filerOf(String filing) {
        return texts("select filer_id from queue_item where filing_id = '" + filing + "'").get(0);
    }

    private List<String> hints(String filing) {
        return texts(
                "select criterion || ' ' || level from queue_hint where person_id = "
                        + personOf(filing));
    }
}
