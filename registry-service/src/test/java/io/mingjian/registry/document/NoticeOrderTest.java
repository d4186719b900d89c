package io.mingjian.registry.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.FilingKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeOrderTest {
    @Test
    void namesEveryFactThatIsMissingBlankOrUnknown() {
        assertThatThrownBy(
                        () ->
                                order(
                                        NoticeKind.COMPLAINT_NOT_ACCEPTED,
                                        FilingKind.COMPLAINT,
                                        Addressee.COMPLAINANT,
                                        null,
                                        Map.of("ground", "第三项", "reasons", " ", "phone", "1")))
                .hasMessageContaining("fact reasons is missing")
                .hasMessageContaining("fact remedies is missing")
                .hasMessageContaining("fact phone is unknown");
    }

    @Test
    void aReportsNoticeGoesToTheReporterAlone() {
        assertThatThrownBy(
                        () ->
                                order(
                                        NoticeKind.REPORT_NO_AUTHORITY,
                                        FilingKind.REPORT,
                                        Addressee.RESPONDENT,
                                        null,
                                        Map.of("reasons", "不属于本局职责")))
                .hasMessageContaining("may not go to the RESPONDENT");
        assertThatThrownBy(
                        () ->
                                order(
                                        NoticeKind.MEDIATION_TERMINATED,
                                        FilingKind.REPORT,
                                        Addressee.RESPONDENT,
                                        null,
                                        Map.of("ground", "a", "reasons", "b")))
                .hasMessageContaining("is no notice of a REPORT");
    }

    @Test
    void aRequestWithoutALastDayIsNone() {
        assertThatThrownBy(
                        () ->
                                order(
                                        NoticeKind.IDENTITY_REQUEST,
                                        FilingKind.COMPLAINT,
                                        Addressee.COMPLAINANT,
                                        null,
                                        Map.of("materials", "身份证复印件")))
                .hasMessageContaining("needs a last day");
        assertThat(
                        order(
                                        NoticeKind.IDENTITY_REQUEST,
                                        FilingKind.COMPLAINT,
                                        Addressee.COMPLAINANT,
                                        LocalDate.of(2026, 12, 1),
                                        Map.of("materials", " 身份证复印件 ", "reasons", ""))
                                .facts())
                .containsExactly(Map.entry("materials", "身份证复印件"));
    }

    private static NoticeOrder order(
            NoticeKind kind,
            FilingKind filing,
            Addressee addressee,
            @Nullable LocalDate due,
            Map<String, String> facts) {
        return new NoticeOrder(
                kind,
                UUID.randomUUID(),
                filing,
                "沪黄市监投〔2026〕000001号",
                "samr-huangpu",
                addressee,
                due,
                facts);
    }
}
