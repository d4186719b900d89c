package io.mingjian.registry.document;

import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Which steps of a complaint tell whom, through the doors. */
@QuarkusTest
class OrderedNoticesTest extends DocumentTest {
    private static final String CONSENTS =
            "{\"complainantConsent\":{\"on\":\"2026-11-24\",\"how\":\"PHONE\"},"
                    + "\"respondentConsent\":{\"on\":\"2026-11-24\",\"how\":\"WRITTEN\"}}";

    @Test
    void fromTheRequestOfIdentityToTheMediationDocument() {
        String complaint = filed(aComplaint());
        take(complaint, "identity-request", "{\"materials\":\"身份证复印件\",\"reasons\":\"姓名与证件不符\"}");
        take(complaint, "identity-supply", "{\"materials\":\"身份证复印件\"}");
        take(complaint, "acceptance", "{\"reasons\":\"符合受理条件\"}");
        take(complaint, "mediation", CONSENTS);
        take(
                complaint,
                "appointments",
                "{\"at\":\"2026-11-26T10:00:00+08:00\",\"place\":\"黄浦区局调解室\",\"mediator\":\"李调解\"}");
        take(
                complaint,
                "agreement",
                "{\"terms\":\"退款89.5元\",\"mediator\":\"李调解\",\"onSite\":true,\"performBy\":\"2026-12-01\"}");
        take(complaint, "archiving", "{}");
        assertThat(kinds(complaint))
                .containsExactly(
                        "IDENTITY_REQUEST/COMPLAINANT",
                        "COMPLAINT_ACCEPTED/COMPLAINANT",
                        "COMPLAINT_ACCEPTED/RESPONDENT",
                        "MEDIATION_APPOINTMENT/COMPLAINANT",
                        "MEDIATION_APPOINTMENT/RESPONDENT",
                        "MEDIATION_DOCUMENT/COMPLAINANT",
                        "MEDIATION_DOCUMENT/RESPONDENT");
        assertThat(lines(notice(complaint, "IDENTITY_REQUEST", "COMPLAINANT")))
                .contains("要求提供的原因：姓名与证件不符")
                .anyMatch(line -> line.contains("请您于2026年12月1日前（含当日）"));
        assertThat(lines(notice(complaint, "MEDIATION_APPOINTMENT", "RESPONDENT")))
                .contains("时间：2026年11月26日 10:00", "地点：黄浦区局调解室");
        assertThat(lines(notice(complaint, "MEDIATION_DOCUMENT", "COMPLAINANT")))
                .contains("经本局主持调解，双方自愿达成如下协议：退款89.5元", "履行期限：2026年12月1日前（含当日）。");
    }

    @Test
    void whatIsPerformedAtOnceIsOnlyRecorded() {
        String complaint = accepted();
        take(complaint, "mediation", CONSENTS);
        take(
                complaint,
                "agreement",
                "{\"terms\":\"当场退款\",\"mediator\":\"李调解\",\"onSite\":true,\"performedAtOnce\":true}");
        assertThat(kinds(complaint))
                .endsWith("MEDIATION_RECORD/COMPLAINANT", "MEDIATION_RECORD/RESPONDENT");
    }

    @Test
    void aRefusalTellsTheComplainantAloneWithGroundFactorsAndRemedies() {
        String complaint = filed(aComplaint());
        take(
                complaint,
                "non-acceptance",
                "{\"ground\":3,\"factors\":[\"a\"],\"reasons\":\"数量明显超出自用\"}");
        assertThat(kinds(complaint)).containsExactly("COMPLAINT_NOT_ACCEPTED/COMPLAINANT");
        assertThat(
                        String.join(
                                "\n",
                                lines(notice(complaint, "COMPLAINT_NOT_ACCEPTED", "COMPLAINANT"))))
                .contains("第十六条第3项", "认定时考虑的因素", "理由：数量明显超出自用", "其他解决途径");
    }

    @Test
    void aTerminationTellsBothTheGround() {
        String complaint = accepted();
        take(complaint, "termination", "{\"ground\":1,\"reasons\":\"双方和解\"}");
        assertThat(kinds(complaint))
                .endsWith("MEDIATION_TERMINATED/COMPLAINANT", "MEDIATION_TERMINATED/RESPONDENT");
        assertThat(
                        String.join(
                                "\n",
                                lines(notice(complaint, "MEDIATION_TERMINATED", "RESPONDENT"))))
                .contains("第二十三条第1项", "理由：双方和解", "消费者王**");
    }

    @Test
    void whatIsRoutedReturnedOrFoundTellsNobody() {
        String complaint = filed(aComplaint());
        take(complaint, "return", "{\"reasons\":\"经营地在浦东\"}");
        assertThat(count("select count(*) from document where filing_id = '" + complaint + "'"))
                .isZero();
    }

    private static void take(String complaint, String step, String body) {
        step(HUANGPU, "/v1/complaints/" + complaint, step, body).statusCode(200);
    }
}
