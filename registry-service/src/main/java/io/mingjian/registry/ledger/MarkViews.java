package io.mingjian.registry.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.ledger.FilingContents.Said;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the door of marks. */
final class MarkViews {
    private static final int LONGEST_NUMBER = 100;

    private MarkViews() {}

    /** A fact as officers see it. */
    @Schema(name = "FilerMark", description = "关于投诉举报人的有据事实 / A dated fact about a filer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarkView(
            UUID id,
            UUID filerId,
            MarkKind kind,
            String kindName,
            LocalDate onDay,
            @Nullable UUID filingId,
            @JsonIgnore String source,
            String basis,
            String enteredBy,
            OffsetDateTime enteredAt,
            @Nullable String reasons,
            @Nullable OffsetDateTime revokedAt,
            @Nullable String revokedBy,
            @Nullable String revokedReasons) {}

    /** All facts. */
    @Schema(name = "FilerMarks")
    record MarkList(List<MarkView> items) {}

    /** Why a fact is taken back. */
    @Schema(name = "FilerMarkRevocation")
    record RevocationRequest(@Nullable @Schema(required = true) String reasons) {}

    /** A fact as it is sent in. */
    @Schema(name = "FilerMarkRequest")
    record MarkRequest(
            @Nullable
                    @Schema(
                            required = true,
                            description = "第四十二条的行为，或者政府信息公开、行政复议、行政诉讼",
                            enumeration = {
                                "PLANTING",
                                "SWAPPING",
                                "FORGING",
                                "TAMPERING_PRODUCT_INFO",
                                "FABRICATING_FACTS",
                                "INFO_DISCLOSURE",
                                "RECONSIDERATION",
                                "SUIT"
                            })
                    String kind,
            @Nullable @Schema(required = true, description = "认定或者提起之日") LocalDate onDay,
            @Nullable @Schema(required = true, description = "作出认定或者受理的机关") String authority,
            @Nullable @Schema(required = true, description = "文书编号或者案号") String documentNo,
            @Nullable @Schema(description = "所涉投诉举报的编号") UUID filingId,
            @Nullable @Schema(required = true) String reasons) {

        /**
         * @throws Invalid naming every fault
         */
        Entering read(LocalDate today) {
            Faults faults = new Faults();
            Optional<MarkKind> known = faults.requiredCode("/kind", MarkKind.class, kind, "事实种类");
            known.filter(each -> !each.isConduct() && !each.isOutsideProceeding())
                    .ifPresent(
                            each ->
                                    faults.add(
                                            "/kind",
                                            "not-entered-by-hand",
                                            "“" + each.zh() + "”由办理步骤自动记入，不得另行登记。",
                                            "This is learnt from the steps of filings."));
            if (onDay == null || onDay.isAfter(today)) {
                faults.add(
                        "/onDay",
                        "not-in-the-future",
                        "日期须填写，且不得晚于今天。",
                        "The day is required and must not lie in the future.");
            }
            Optional<String> by =
                    faults.required("/authority", authority, LONGEST_NUMBER, "作出认定或者受理的机关");
            Optional<String> number =
                    faults.required("/documentNo", documentNo, LONGEST_NUMBER, "文书编号或者案号");
            faults.refuseIfAny();
            return new Entering(
                    known.orElseThrow(),
                    Optional.ofNullable(onDay).orElseThrow(),
                    by.orElseThrow(),
                    number.orElseThrow(),
                    filingId);
        }
    }

    /** A fact that was read and found complete. */
    record Entering(
            MarkKind kind,
            LocalDate on,
            String authority,
            String documentNo,
            @Nullable UUID filingId) {

        Marks.Entered mark(UUID filerId, @Nullable Said filing, String reasons) {
            return new Marks.Entered(
                    filerId,
                    kind,
                    on,
                    filing == null ? null : filing.submissionId(),
                    filingId,
                    "document " + documentNo + " of " + authority + " on filer " + filerId,
                    authority + "：" + documentNo,
                    reasons);
        }
    }
}
