package io.mingjian.registry.document;

import static io.mingjian.contracts.OrganisationKind.DISTRICT_BUREAU;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IssueTest extends ServiceTest {
    private static final Caller OFFICER =
            new Caller(
                    "s-1",
                    "huangpu.handler",
                    "samr-huangpu",
                    DISTRICT_BUREAU,
                    "310101",
                    null,
                    Set.of(Role.HANDLER));
    private static final Caller FOREIGNER =
            new Caller(
                    "s-2",
                    "pudong.handler",
                    "samr-pudong",
                    DISTRICT_BUREAU,
                    "310115",
                    null,
                    Set.of(Role.HANDLER));

    @Inject Documents documents;
    @Inject UnitOfWork work;

    @Test
    void theSameOrderTwiceIsOneNoticeAndTheNumbersHaveNoGap() {
        String first = filed(aComplaint());
        String second = filed(aComplaint());
        issue(OFFICER, ended(first, "双方和解"));
        issue(OFFICER, ended(first, "双方和解"));
        issue(OFFICER, ended(second, "双方和解"));
        assertThat(numbers(first)).hasSize(1);
        assertThat(running(second)).isEqualTo(running(first) + 1);
        assertThat(numbers(first).get(0)).startsWith("沪黄市监投终〔2026〕").endsWith("号");
        await().untilAsserted(
                        () ->
                                assertThat(announced(first))
                                        .filteredOn(text -> text.contains("document.issued.v1"))
                                        .hasSize(1)
                                        .allMatch(text -> text.contains("MEDIATION_TERMINATED")));
    }

    @Test
    void aStepThatFailsBurnsNoNumber() {
        String before = filed(aComplaint());
        String after = filed(aComplaint());
        issue(OFFICER, ended(before, "双方和解"));
        assertThatThrownBy(
                        () ->
                                work.inTransaction(
                                                () ->
                                                        documents
                                                                .issue(
                                                                        OFFICER,
                                                                        ended(after, "双方和解"))
                                                                .invoke(
                                                                        () -> {
                                                                            throw new Conflict(
                                                                                    "test", "x",
                                                                                    "x");
                                                                        }))
                                        .await()
                                        .indefinitely())
                .isInstanceOf(Conflict.class);
        assertThat(numbers(after)).isEmpty();
        issue(OFFICER, ended(after, "双方和解"));
        assertThat(running(after)).isEqualTo(running(before) + 1);
    }

    @Test
    void eachBureauAndSeriesCountsForItself() {
        String id = filed(aComplaint());
        issue(OFFICER, ended(id, "双方和解"));
        assertThat(
                        count(
                                "select count(*) from number_series where series like 'document.%'"
                                        + " and agency = 'samr-huangpu' and year = 2026"))
                .isPositive();
        assertThat(
                        texts(
                                "select organisation || substring(document_no from '^[^0-9]*') || issued_on"
                                        + " from document group by organisation, substring(document_no from '^[^0-9]*'), issued_on,"
                                        + " extract(year from issued_on)"
                                        + " having max(cast(substring(document_no from '〕([0-9]+)号') as int)) <> count(*)"))
                .isEmpty();
    }

    @Test
    void anOrderThatSaysSomethingElseIsAnotherNotice() {
        String id = filed(aComplaint());
        issue(OFFICER, ended(id, "双方和解"));
        issue(OFFICER, ended(id, "投诉人撤回"));
        assertThat(numbers(id)).hasSize(2);
    }

    @Test
    void keepsNoIdentityOfTheFiler() {
        String id = filed(aComplaint().by("诸葛孔明", "13700137000"));
        issue(OFFICER, ended(id, "双方和解"));
        assertThat(texts("select d::text from document d where filing_id = '" + id + "'"))
                .hasSize(1)
                .noneMatch(row -> row.contains("诸葛") || row.contains("13700137000"));
    }

    @Test
    void aBureauThatCannotSeeTheFilingIssuesNothing() {
        String id = filed(aReport());
        NoticeOrder order =
                new NoticeOrder(
                        NoticeKind.REPORT_NO_AUTHORITY,
                        UUID.fromString(id),
                        FilingKind.REPORT,
                        "沪市监举〔2026〕000001号",
                        "samr-pudong",
                        Addressee.REPORTER,
                        null,
                        Map.of("reasons", "不属于本局职责"));
        assertThatThrownBy(() -> issue(FOREIGNER, order)).isInstanceOf(NotFound.class);
        assertThat(numbers(id)).isEmpty();
    }

    private void issue(Caller caller, NoticeOrder order) {
        work.inTransaction(() -> documents.issue(caller, order)).await().indefinitely();
    }

    private NoticeOrder ended(String id, String reasons) {
        return new NoticeOrder(
                NoticeKind.MEDIATION_TERMINATED,
                UUID.fromString(id),
                FilingKind.COMPLAINT,
                texts("select registration_no from complaint where id = '" + id + "'").get(0),
                "samr-huangpu",
                Addressee.COMPLAINANT,
                null,
                Map.of("ground", "第二十三条第一项：双方自行和解", "reasons", reasons));
    }

    private java.util.List<String> numbers(String id) {
        return texts(
                "select document_no from document where filing_id = '"
                        + id
                        + "' order by issued_at");
    }

    private int running(String id) {
        String number = numbers(id).get(0);
        return Integer.parseInt(number.substring(number.indexOf('〕') + 1, number.length() - 1));
    }
}
