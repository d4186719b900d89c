package io.mingjian.registry.ledger;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the ledger learns from events, and what of it the criteria see. */
@QuarkusTest
class LedgerInboxTest extends ServiceTest {
    private static final String CONDITIONS =
            "{\"evidenceOfViolation\":true,\"punishable\":true,\"withinJurisdiction\":true,"
                    + "\"withinLimitation\":true,\"reasons\":\"符合立案条件\"}";
    private static final String LONG =
            "本人在上海某某食品有限公司购买的商品外包装标注的生产日期被涂改，商家拒绝说明情况也拒绝退款，要求依法查处并赔偿。"
                    + "随货的小票和外包装照片均已保存，愿意配合执法人员到现场核对，请在法定期限内书面告知处理结果。";

    private final String phone = Filing.phone();

    @Nested
    class CountedFilings {
        @Test
        void aMixedFilingIsOne() {
            List<String> parts =
                    file(CITY_INTAKE, aMixedFiling().by("甲某", phone))
                            .statusCode(201)
                            .extract()
                            .path("filings.id");
            parts.forEach(part -> relayed(part, "filing.registered.v1"));
            assertThat(counted("count(*)", parts.get(0), parts.get(1))).containsExactly("1");
        }

        @Test
        void eachOfThoseWhoComplainTogetherIsCounted() {
            String filing =
                    registered(aComplaint().by("甲某", phone).togetherWith("乙某", Filing.phone()));
            assertThat(counted("count(distinct filer_id)", filing)).containsExactly("2");
        }

        @Test
        void theQuantityIsComparedWithPlausibleUse() {
            Filing filing = aComplaint().by("甲某", phone);
            ((ObjectNode) filing.json().get("disputeFacts"))
                    .putObject("goods")
                    .put("category", "DAIRY")
                    .put("quantity", 560)
                    .put("shelfLifeDays", 20);
            String id = registered(filing);
            assertThat(counted("goods_class || ' ' || use_ratio", id))
                    .containsExactly("DAIRY 7.00");
            assertThat(hints(id)).contains("QTY_VS_SHELF REVIEW");
        }

        @Test
        void textsThatAreNearlyTheSameAreOneFamilyWhoeverWroteThem() {
            String first = registered(said(LONG));
            String second = registered(said(LONG + "订单号2026112400091。"));
            String other = registered(said("昨天在超市买的鸡蛋有一半是坏的，打开以后有很大的臭味，联系客服两次都没有人接听电话，希望处理。"));
            String third = registered(said("  " + LONG));
            assertThat(counted("count(distinct family_id)", first, second, third))
                    .containsExactly("1");
            assertThat(counted("count(distinct family_id)", first, other)).containsExactly("2");
            assertThat(hints(third)).contains("TEXT_TEMPLATE WATCH");
            assertThat(counted("family_id", registered(aReport().by("丁某", Filing.phone()))))
                    .containsOnlyNulls();
        }

        @Test
        void whatTheReporterIsSetsItAside() {
            String insider =
                    registered(aReport().by("甲某", phone).with("reporterCapacity", "INSIDER"));
            Filing harmful = aReport().by("甲某", phone);
            harmful.json().put("safetyHarm", true);
            String harm = registered(harmful);
            assertThat(counted("set_aside", insider)).containsExactly("INSIDER");
            assertThat(counted("set_aside", harm)).containsExactly("SAFETY_HARM");
        }

        private Filing said(String text) {
            Filing filing = aReport().by("丙某", Filing.phone());
            filing.json().put("clueDescription", text).put("factualBasis", "照片");
            return filing;
        }
    }

    @Nested
    class Marks {
        @Test
        void aRefusalOnGroundThreeIsOneAndPointsAtItsFilerTheSecondTime() {
            String first = refused();
            assertThat(marks(first)).containsExactly("REFUSED_GROUND_3");
            String second = refused();
            assertThat(hints(second)).contains("NONACCEPT_16_3_12M WATCH");
            assertThat(hits(second, "NONACCEPT_16_3_12M")).isEqualTo(1);
        }

        @Test
        void aTerminationTellsWhatWasPaidAndWhichConductCameToLight() {
            String paid = terminated("{\"ground\":1,\"settledAmount\":500,\"reasons\":\"已和解\"}");
            assertThat(marks(paid)).containsExactly("WITHDRAWN_AFTER_PAYMENT");
            assertThat(marks(terminated("{\"ground\":1,\"reasons\":\"撤回\"}"))).isEmpty();
            String conduct =
                    terminated("{\"ground\":6,\"conduct\":\"SWAPPING\",\"reasons\":\"监控录像\"}");
            assertThat(marks(conduct)).containsExactly("SWAPPING");
            assertThat(candidates(conduct)).isEqualTo(1);
            String notForUse =
                    terminated(
                            "{\"ground\":6,\"article16Ground\":3,\"factors\":[\"a\"],\"reasons\":\"x\"}");
            assertThat(marks(notForUse)).containsExactly("REFUSED_GROUND_3");
        }

        @Test
        void aCaseSpeaksForTheReporterUnlessNoViolationIsFound() {
            String report = registered(aReport().by("甲某", phone));
            String path = "/v1/reports/" + report;
            step(HUANGPU, path, "verification", "{}").statusCode(200);
            step(HUANGPU, path, "case-filing", CONDITIONS).statusCode(200);
            relayed(report, "FILE_CASE");
            assertThat(marks(report)).containsExactly("UPHELD");
            step(
                            HUANGPU,
                            path,
                            "case-closing",
                            "{\"result\":\"NOT_ESTABLISHED\",\"reasons\":\"x\"}")
                    .statusCode(200);
            relayed(report, "CLOSE_CASE");
            assertThat(marks(report)).isEmpty();
        }

        @Test
        void aCaseSpeaksForThoseToWhoseReportsItWasMerged() {
            String report = registered(aReport().by("甲某", phone));
            String merged = registered(aReport().by("乙某", Filing.phone()));
            step(HUANGPU, "/v1/reports/" + report, "verification", "{}").statusCode(200);
            step(
                            HUANGPU,
                            "/v1/reports/" + merged,
                            "merge",
                            "{\"targetReportId\":\"%s\",\"reasons\":\"同一违法行为\"}".formatted(report))
                    .statusCode(200);
            step(HUANGPU, "/v1/reports/" + report, "case-filing", CONDITIONS).statusCode(200);
            relayed(report, "FILE_CASE");
            assertThat(marks(merged)).containsExactly("UPHELD");
            assertThat(marks(report)).containsExactly("UPHELD");
            step(
                            HUANGPU,
                            "/v1/reports/" + report,
                            "case-closing",
                            "{\"result\":\"NOT_ESTABLISHED\",\"reasons\":\"x\"}")
                    .statusCode(200);
            relayed(report, "CLOSE_CASE");
            assertThat(marks(merged)).isEmpty();
        }

        @Test
        void aLaterFindingAboutEvidenceTakesThePlaceOfTheEarlier() {
            UUID evidence = UUID.randomUUID();
            String filing = registered(aComplaint().by("甲某", phone).naming(evidence));
            confirmed(filing, evidence, "GENERATED", 0);
            assertThat(marks(filing)).containsExactly("GENERATED_EVIDENCE");
            assertThat(hints(filing)).contains("AI_IMAGE_HITS_12M WATCH");
            confirmed(filing, evidence, "GENUINE", 1);
            assertThat(marks(filing)).isEmpty();
            assertThat(hints(filing)).doesNotContain("AI_IMAGE_HITS_12M WATCH");
            confirmed(filing, evidence, "GENERATED", 2);
            assertThat(marks(filing)).containsExactly("GENERATED_EVIDENCE");
        }

        private String refused() {
            String filing = registered(aComplaint().by("甲某", phone));
            step(
                            HUANGPU,
                            "/v1/complaints/" + filing,
                            "non-acceptance",
                            "{\"ground\":3,\"factors\":[\"a\"],\"reasons\":\"数量明显超过需要\"}")
                    .statusCode(200);
            relayed(filing, "filing.not-accepted.v1");
            return filing;
        }

        private String terminated(String body) {
            String filing = registered(aComplaint().by("甲某", Filing.phone()));
            String path = "/v1/complaints/" + filing;
            step(HUANGPU, path, "acceptance", "{\"reasons\":\"符合\"}").statusCode(200);
            step(HUANGPU, path, "termination", body).statusCode(200);
            relayed(filing, "filing.terminated.v1");
            return filing;
        }

        private void confirmed(String filing, UUID evidence, String truth, int version) {
            as(HUANGPU)
                    .header("If-Match", "\"" + version + "\"")
                    .body(
                            "{\"truth\":\"%s\",\"restsOn\":\"APPRAISAL\",\"reasons\":\"见鉴定意见\"}"
                                    .formatted(truth))
                    .post("/v1/complaints/" + filing + "/evidence/" + evidence + "/confirmation")
                    .then()
                    .statusCode(201);
            relayed(filing, "filing.evidence-confirmed.v1");
        }
    }

    private List<String> counted(String what, String... filings) {
        return texts(
                "select "
                        + what
                        + " from counted_filing where submission_id in (select submission_id from queue_item"
                        + " where filing_id in ('"
                        + String.join("','", filings)
                        + "'))");
    }

    private List<String> marks(String filing) {
        return texts(
                "select kind from filer_mark where revoked_at is null and filing_id = '"
                        + filing
                        + "'");
    }

    private List<String> hints(String filing) {
        return texts(
                "select criterion || ' ' || level from queue_hint where person_id ="
                        + " (select f.person_id from queue_item q join filer f on f.id = q.filer_id"
                        + " where q.filing_id = '"
                        + filing
                        + "')");
    }

    private long hits(String filing, String code) {
        return count(
                "select count(*) from criterion_hit where filing_id = '"
                        + filing
                        + "' and code = '"
                        + code
                        + "'");
    }

    private long candidates(String filing) {
        return count(
                "select count(*) from abnormal_filer_entry where filing_id = '" + filing + "'");
    }
}
