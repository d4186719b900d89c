package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.Yuan;
import io.mingjian.monitoring.clock.LegalTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class DisposalViews {
    private DisposalViews() {}

    /** What was decided, and why: the principal measure and further ones. */
    @Schema(description = "处置决定，须写明理由；主要措施在前，其他措施另列 / a decision with reasons")
    record DisposeRequest(
            @NotNull DisposalCode code,
            @Nullable @Size(max = 4000) String reasons,
            @Nullable @Size(max = 100) @Schema(description = "文书编号 / number of the document")
                    String documentNo,
            @Nullable @Size(max = 100) @Schema(description = "案件编号，立案的必填 / number of the case")
                    String caseNo,
            @Nullable @Size(max = 200) @Schema(description = "接收部门，移送的必填 / the other agency")
                    String agency,
            @Nullable @Size(max = 100) @Schema(description = "重复的，已处置线索的编号 / the earlier lead")
                    String leadNo,
            @Nullable @Schema(description = "作出日期，默认今天 / day of the decision, today if absent")
                    LocalDate decidedOn,
            @Nullable @Yuan @Schema(description = "金额（元），至分 / in yuan") BigDecimal amount,
            @Nullable @Size(max = 20) List<@NotNull @Valid MeasureRequest> furtherMeasures) {

        /** The principal measure and the further ones; reasons of a further one may be the same. */
        List<Measure> measures(LocalDate today) {
            String why = reasons == null ? "" : reasons;
            List<Measure> all = new ArrayList<>();
            all.add(
                    new Measure(
                            code,
                            why,
                            caseNo,
                            documentNo,
                            agency,
                            leadNo,
                            decidedOn == null ? today : decidedOn,
                            amount));
            further().forEach(measure -> all.add(measure.toMeasure(why, today)));
            return all;
        }

        List<String> pointers() {
            List<String> all = new ArrayList<>();
            all.add("");
            IntStream.range(0, further().size()).forEach(at -> all.add("/furtherMeasures/" + at));
            return all;
        }

        private List<MeasureRequest> further() {
            return furtherMeasures == null ? List.of() : furtherMeasures;
        }
    }

    /** One further measure. */
    record MeasureRequest(
            @NotNull DisposalCode code,
            @Nullable @Size(max = 4000) String reasons,
            @Nullable @Size(max = 100) String documentNo,
            @Nullable @Size(max = 100) String caseNo,
            @Nullable @Size(max = 200) String agency,
            @Nullable @Size(max = 100) String leadNo,
            @Nullable LocalDate decidedOn,
            @Nullable @Yuan BigDecimal amount) {
        Measure toMeasure(String common, LocalDate today) {
            return new Measure(
                    code,
                    reasons == null || reasons.isBlank() ? common : reasons,
                    caseNo,
                    documentNo,
                    agency,
                    leadNo,
                    decidedOn == null ? today : decidedOn,
                    amount);
        }
    }

    /** What the bureau tells the city. */
    @Schema(description = "处置反馈表 / the feedback form")
    record FeedbackRequest(
            @NotBlank @Size(max = 4000) String summary,
            @Nullable @Size(max = 2000) @Schema(description = "整改情况 / what was put right")
                    String rectification,
            @Nullable @Yuan @Schema(description = "罚没金额（元），至分 / in yuan") BigDecimal amountFined,
            @Nullable @Size(max = 2000) @Schema(description = "商品、页面处理情况 / goods and pages")
                    String goods,
            @Nullable @Schema(description = "公示日期 / published on") LocalDate publishedOn) {
        FeedbackForm toForm() {
            return new FeedbackForm(summary, rectification, amountFined, goods, publishedOn);
        }
    }

    /** Reasons, where a step needs them. */
    record ReasonsRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** What the head says to a request for more time. */
    @Schema(description = "负责人对延长核查期限申请的决定，须说明理由 / the head's decision, with reasons")
    record ExtensionRequest(
            @NotNull @Schema(description = "是否批准 / granted or not") Boolean granted,
            @Nullable @Size(max = 2000) String reasons) {}

    /** A request for more time and what became of it. */
    record ExtensionView(
            String organisation,
            OffsetDateTime askedAt,
            String reasons,
            @Nullable Boolean granted,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decisionReasons) {
        static ExtensionView of(Extension extension) {
            return new ExtensionView(
                    extension.organisation(),
                    LegalTime.outside(extension.askedAt()),
                    extension.reasons(),
                    extension.granted().orElse(null),
                    extension.decidedAt().map(LegalTime::outside).orElse(null),
                    extension.decisionReasons().orElse(null));
        }
    }

    /** One measure. */
    record MeasureView(
            DisposalCode code,
            String codeZh,
            String basis,
            DisposalCodes.Confirms confirmsViolation,
            String reasons,
            @Nullable String caseNo,
            @Nullable String documentNo,
            @Nullable String agency,
            @Nullable String leadNo,
            LocalDate decidedOn,
            @Nullable BigDecimal amount) {
        static MeasureView of(Measure measure) {
            return new MeasureView(
                    measure.code(),
                    measure.code().zh(),
                    measure.code().basis(),
                    measure.code().confirms(),
                    measure.reasons(),
                    measure.caseNo(),
                    measure.documentNo(),
                    measure.agency(),
                    measure.leadNo(),
                    measure.decidedOn(),
                    measure.amount());
        }
    }

    /** One round, for the city and the bureau that decided. */
    record DisposalView(
            int round,
            String districtOrganisation,
            DisposalCode code,
            String codeZh,
            String basis,
            String reasons,
            @Nullable String documentNo,
            OffsetDateTime decidedAt,
            @Nullable String feedback,
            @Nullable @Schema(description = "反馈单位；提级办理后由市局反馈的为市局 / whose feedback it is")
                    String feedbackOrganisation,
            @Nullable OffsetDateTime fedBackAt,
            @Nullable CheckResult checkResult,
            @Nullable String checkReasons,
            @Nullable OffsetDateTime checkedAt,
            @Nullable @Schema(description = "仅重新反馈的，所依据处置的轮次 / the round whose decision stands")
                    Integer restsOnRound,
            List<MeasureView> measures,
            @Nullable FeedbackForm feedbackForm) {

        /**
         * A district that decided and did not feed back reads neither the feedback nor what the
         * city's check said of it.
         */
        static DisposalView of(Caller reader, Disposal disposal) {
            boolean whole = reader.isCity() || !disposal.isToldByAnotherThan(reader.organisation());
            return new DisposalView(
                    disposal.round(),
                    disposal.districtOrganisation(),
                    disposal.code(),
                    disposal.code().zh(),
                    disposal.code().basis(),
                    disposal.reasons(),
                    disposal.documentNo().orElse(null),
                    LegalTime.outside(disposal.decidedAt()),
                    whole ? disposal.feedback().orElse(null) : null,
                    disposal.feedbackOrganisation().orElse(null),
                    disposal.fedBackAt().map(LegalTime::outside).orElse(null),
                    disposal.checkResult().orElse(null),
                    whole ? disposal.checkReasons().orElse(null) : null,
                    disposal.checkedAt().map(LegalTime::outside).orElse(null),
                    disposal.restsOnRound().orElse(null),
                    disposal.measures().stream().map(MeasureView::of).toList(),
                    whole ? disposal.feedbackForm().orElse(null) : null);
        }
    }
}
