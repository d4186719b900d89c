package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static io.mingjian.registry.intake.Reading.faults;
import static io.mingjian.registry.intake.Reading.read;
import static io.mingjian.registry.intake.Reading.sentences;
import static io.mingjian.registry.intake.Reading.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.Filing;
import io.mingjian.registry.form.PublishedAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of the official forms, one by one (Order 121 Arts 10, 28; domain codes). */
class FieldsOfTheFormTest {
    @Test
    void whatTheFormsAskForBeyondTheCoreIsRead() {
        Filing filing =
                aComplaint()
                        .withFiler("email", "wang@example.cn")
                        .withRespondent("platform", "yougou")
                        .withRespondent("phone", "021-6321 5678")
                        .withRespondent("shop", "某某旗舰店")
                        .withRespondent("orderNo", "E20261101-001")
                        .withRespondent("publishedAddress", "PRESENT")
                        .at("/disputeFacts", "situation", "商家拒绝退货")
                        .at("/disputeFacts", "place", "网上");
        Submission read = read(filing);
        assertThat(read.filer().orElseThrow().email()).isEqualTo("wang@example.cn");
        assertThat(read.respondent().phone()).isEqualTo("021-63215678");
        assertThat(read.respondent().shop()).isEqualTo("某某旗舰店");
        assertThat(read.respondent().orderNo()).isEqualTo("E20261101-001");
        assertThat(read.respondent().publishedAddress()).isEqualTo(PublishedAddress.PRESENT);
        assertThat(read.facts().situation()).isEqualTo("商家拒绝退货");
    }

    @ParameterizedTest
    @CsvSource({
        "/filer, email, nobody, /filer/email not-an-email",
        "/respondent, phone, 12, /respondent/phone phone-wrong-form",
        "/respondent, publishedAddress, PRESENT, /respondent/publishedAddress not-a-merchant",
        "/respondent, publishedAddress, GONE, /respondent/publishedAddress unknown-code",
        "/disputeFacts, time, 2026-11-25, /disputeFacts/time in-the-future",
        "/disputeFacts, time, lately, /disputeFacts/time not-a-date"
    })
    void aFaultNamesItsField(String object, String field, String value, String fault) {
        assertThat(faults(aComplaint().at(object, field, value))).containsExactly(fault);
    }

    @Test
    void aPublishedAddressThatIsPresentIsGiven() {
        Filing filing =
                aComplaint()
                        .withRespondent("platform", "yougou")
                        .withRespondent("publishedAddress", "PRESENT")
                        .withRespondent("address", null);
        assertThat(faults(filing)).containsExactly("/respondent/address required");
    }

    @ParameterizedTest
    @CsvSource({
        "/filer, name, 60",
        "/filer, address, 300",
        "/respondent, name, 120",
        "/respondent, shop, 120",
        "/respondent, orderNo, 64",
        "/disputeFacts, content, 4000",
        "/disputeFacts, situation, 4000",
        "/disputeFacts, place, 300"
    })
    void everyTextHasItsBound(String object, String field, int longest) {
        Filing fits = aComplaint().at(object, field, "长".repeat(longest));
        Filing over = aComplaint().at(object, field, "长".repeat(longest + 1));
        assertThat(faults(fits)).isEmpty();
        assertThat(faults(over)).containsExactly(object + "/" + field + " too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u001bb",
                "a\u007fb",
                "a\u0085b",
                "a\u202eb",
                "a\u2066b",
                "a\ud800b"
            })
    void whatNobodySeesIsRefused(String text) {
        assertThat(faults(aReport().with("clueDescription", text)))
                .containsExactly("/clueDescription control-character");
    }

    @Test
    void lineBreaksAndRareCharactersAreText() {
        assertThat(faults(aReport().with("clueDescription", "第一行\n第二行\t𠮷野家👍🏻"))).isEmpty();
    }

    @Test
    void amountsGoWithTheirClaims() {
        Filing filing = aComplaint();
        filing.json().putObject("claimedAmounts").put("refund", 89.5);
        assertThat(read(filing).claimedAmounts().refund()).isEqualByComparingTo("89.5");
        filing.json().withObject("/claimedAmounts").put("damages", 500);
        assertThat(faults(filing)).containsExactly("/claimedAmounts/damages not-claimed");
        filing.json().withArray("claims").add("DAMAGES");
        assertThat(faults(filing)).isEmpty();
        filing.json().withObject("/claimedAmounts").put("damages", 0.001);
        assertThat(faults(filing)).containsExactly("/claimedAmounts/damages too-precise");
    }

    @Test
    void aClaimForMoneyWithoutAnyAmountIsRemarked() {
        Filing filing = aComplaint().at("/disputeFacts", "amount", null);
        assertThat(warnings(filing)).containsExactly("/claimedAmounts amount-not-stated");
        assertThat(warnings(aComplaint())).isEmpty();
    }

    @Test
    void aDisputeOlderThanThreeYearsIsRemarkedAndEntered() {
        assertThat(warnings(aComplaint().at("/disputeFacts", "time", "2023-11-23")))
                .containsExactly("/disputeFacts/time over-three-years");
        assertThat(warnings(aComplaint().at("/disputeFacts", "time", "2023-11-24"))).isEmpty();
    }

    @Test
    void anInnerCheckThatIsWrongIsRemarkedAndEntered() {
        // The outer check of both is right; the organisation code in the second is not.
        assertThat(warnings(aComplaint().withRespondent("uscc", "914403001922038216"))).isEmpty();
        assertThat(warnings(aComplaint().withRespondent("uscc", "913100001322602511")))
                .containsExactly("/respondent/uscc organisation-code-check");
    }

    @ParameterizedTest
    @CsvSource({
        "310102, 310101",
        "310103, 310101",
        "310108, 310106",
        "310111, 310113",
        "310119, 310115",
        "310222, 310114",
        "310223, 310113",
        "310224, 310115",
        "310225, 310115",
        "310226, 310120",
        "310227, 310117",
        "310228, 310116",
        "310229, 310118",
        "310230, 310151"
    })
    void abolishedDistrictsStandForTheirSuccessor(String old, String today) {
        Submission read = read(aComplaint().in(old));
        assertThat(read.respondent().districtCode()).isEqualTo(today);
        assertThat(read.warnings())
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo("district-merged"))
                .satisfies(each -> assertThat(each.zh()).contains(old, today));
    }

    @Test
    void aDividedCountyIsRefusedWithTheNamesOfItsSuccessors() {
        Filing filing = aComplaint().in("310221");
        assertThat(faults(filing)).containsExactly("/respondent/districtCode district-divided");
        assertThat(sentences(filing)).singleElement().asString().contains("闵行区", "浦东新区");
    }

    @Test
    void theCityIsNoDistrict() {
        assertThat(faults(aComplaint().in("310000")))
                .containsExactly("/respondent/districtCode city-not-district");
    }

    @Test
    void whatBelongsToReportsOnlyIsRefusedOnComplaints() {
        Filing filing =
                aComplaint()
                        .with("actDistrictCode", "310101")
                        .advertisedBy("OWN", null, "310101", null);
        assertThat(faults(filing))
                .containsExactlyInAnyOrder(
                        "/actDistrictCode not-a-report", "/advertising not-a-report");
    }

    @Test
    void consentsAreFalseUnlessGiven() {
        Submission silent = read(aComplaint());
        assertThat(List.of(silent.consentToPublish(), silent.consentToDelegatedMediation()))
                .containsOnly(false);
    }
}
