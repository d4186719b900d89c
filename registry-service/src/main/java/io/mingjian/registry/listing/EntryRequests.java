package io.mingjian.registry.listing;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.listing.Fact.NoticeService;
import io.mingjian.registry.listing.Fact.Remedy;
import io.mingjian.registry.listing.Fact.Stage;
import io.mingjian.registry.procedure.Moment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes in at the doors of entries; each reads itself, naming all its faults at once. */
final class EntryRequests {
    private static final int NAME = 200;
    private static final int LONG = 4_000;

    private EntryRequests() {}

    /** An officer proposes somebody. */
    @Schema(name = "AbnormalFilerProposalRequest")
    record OfficerProposalRequest(
            @Nullable @Schema(required = true, description = "当事人的一件投诉或者举报") String filingId,
            @Nullable @Schema(required = true, description = "提请列入的事实和理由") String reasons) {

        /**
         * What was read.
         *
         * @param filingId of a filing that the officer's bureau has
         */
        record Read(UUID filingId, String reasons) {}

        Read read() {
            Faults faults = new Faults();
            Optional<String> id = faults.required("/filingId", filingId, NAME, "一件投诉或者举报");
            Optional<String> why = faults.required("/reasons", reasons, LONG, "事实和理由");
            faults.refuseIfAny();
            return new Read(uuid(id.orElseThrow()), why.orElseThrow());
        }

        private static UUID uuid(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw Entries.unknownFiling();
            }
        }
    }

    /** Reasons of a decision. */
    @Schema(name = "AbnormalFilerDecisionRequest")
    record DecisionRequest(@Nullable String reasons) {}

    /** The notice that was served beforehand. */
    @Schema(name = "AbnormalFilerNoticeRequest")
    record NoticeRequest(
            @Nullable @Schema(required = true, description = "拟列入所依据的事实，写入告知书") String facts,
            @Nullable @Schema(required = true) LocalDate servedOn,
            @Nullable @Schema(required = true) NoticeService method,
            @Nullable String reasons) {
        Fact.NoticeServed read(Moment now, String number) {
            Faults faults = new Faults();
            Optional<String> text = faults.required("/facts", facts, LONG, "拟列入的事实");
            LocalDate day = past(faults, "/servedOn", servedOn, now, "送达日期");
            var how = given(faults, "/method", method, "送达方式");
            faults.refuseIfAny();
            return new Fact.NoticeServed(
                    now.today(),
                    number,
                    text.orElseThrow(),
                    Hearing.rights(day),
                    day,
                    how.orElseThrow());
        }
    }

    /** What the person said. */
    @Schema(name = "AbnormalFilerDefenceRequest")
    record DefenceRequest(
            @Nullable @Schema(required = true) LocalDate receivedOn,
            @Nullable @Schema(required = true, description = "陈述申辩的内容") String statement,
            @Nullable @Schema(description = "书面表示不再补充且不要求听证") Boolean waivesFurther,
            @Nullable String reasons) {
        Fact.DefenceReceived read(Moment now) {
            Faults faults = new Faults();
            LocalDate day = past(faults, "/receivedOn", receivedOn, now, "收到日期");
            Optional<String> said = faults.required("/statement", statement, LONG, "陈述申辩的内容");
            faults.refuseIfAny();
            return new Fact.DefenceReceived(
                    now.today(), day, said.orElseThrow(), Boolean.TRUE.equals(waivesFurther));
        }
    }

    /** A hearing is asked for. */
    @Schema(name = "AbnormalFilerHearingRequest")
    record HearingRequest(
            @Nullable @Schema(required = true) LocalDate receivedOn, @Nullable String reasons) {
        Fact.HearingRequested read(Moment now) {
            Faults faults = new Faults();
            LocalDate day = past(faults, "/receivedOn", receivedOn, now, "收到日期");
            faults.refuseIfAny();
            return new Fact.HearingRequested(now.today(), day);
        }
    }

    /** When and where the hearing is. */
    @Schema(name = "AbnormalFilerHearingAppointmentRequest")
    record AppointmentRequest(
            @Nullable @Schema(required = true) OffsetDateTime time,
            @Nullable @Schema(required = true) String place,
            @Nullable @Schema(required = true, description = "听证主持人") String chair,
            @Nullable String reasons) {
        Fact.HearingAppointed read(Moment now) {
            Faults faults = new Faults();
            var when = given(faults, "/time", time, "听证时间");
            Optional<String> where = faults.required("/place", place, NAME, "听证地点");
            Optional<String> who = faults.required("/chair", chair, NAME, "听证主持人");
            faults.refuseIfAny();
            return new Fact.HearingAppointed(
                    now.today(), when.orElseThrow(), where.orElseThrow(), who.orElseThrow());
        }
    }

    /** What came out of the hearing. */
    @Schema(name = "AbnormalFilerHearingRecordRequest")
    record HearingRecordRequest(
            @Nullable @Schema(required = true) LocalDate heldOn,
            @Nullable @Schema(required = true, description = "听证笔录摘要和意见") String record,
            @Nullable String reasons) {
        Fact.HearingHeld read(Moment now) {
            Faults faults = new Faults();
            LocalDate day = past(faults, "/heldOn", heldOn, now, "听证日期");
            Optional<String> text = faults.required("/record", record, LONG, "听证笔录");
            faults.refuseIfAny();
            return new Fact.HearingHeld(now.today(), day, text.orElseThrow());
        }
    }

    /** What the person objects to, or asks for. */
    @Schema(name = "AbnormalFilerApplicationRequest")
    record ApplicationRequest(
            @Nullable @Schema(required = true) LocalDate receivedOn,
            @Nullable @Schema(required = true, description = "申请的内容和理由") String content,
            @Nullable String reasons) {
        Fact.Objected objection(Moment now) {
            Read read = read(now);
            return new Fact.Objected(now.today(), read.receivedOn(), read.content());
        }

        Fact.RemovalApplied removal(Moment now) {
            Read read = read(now);
            return new Fact.RemovalApplied(now.today(), read.receivedOn(), read.content());
        }

        private record Read(LocalDate receivedOn, String content) {}

        private Read read(Moment now) {
            Faults faults = new Faults();
            LocalDate day = past(faults, "/receivedOn", receivedOn, now, "收到日期");
            Optional<String> text = faults.required("/content", content, LONG, "内容和理由");
            faults.refuseIfAny();
            return new Read(day, text.orElseThrow());
        }
    }

    /** Reconsideration or suit: lodged, or how it ended. */
    @Schema(name = "AbnormalFilerRemedyRequest")
    record RemedyRequest(
            @Nullable @Schema(required = true) Remedy remedy,
            @Nullable @Schema(required = true) Stage stage,
            @Nullable @Schema(required = true, description = "受理或者作出决定的机关") String body,
            @Nullable @Schema(required = true, description = "文书编号") String documentNo,
            @Nullable String reasons) {
        Fact.RemedyRecorded read(Moment now) {
            Faults faults = new Faults();
            var way = given(faults, "/remedy", remedy, "救济途径");
            var where = given(faults, "/stage", stage, "进展");
            Optional<String> who = faults.required("/body", body, NAME, "机关名称");
            Optional<String> no = faults.required("/documentNo", documentNo, NAME, "文书编号");
            faults.refuseIfAny();
            return new Fact.RemedyRecorded(
                    now.today(),
                    way.orElseThrow(),
                    where.orElseThrow(),
                    who.orElseThrow(),
                    no.orElseThrow());
        }
    }

    /** What the first of two people holds. */
    @Schema(name = "AbnormalFilerListingProposalRequest")
    record ListingProposalRequest(
            @Nullable
                    @Schema(
                            required = true,
                            enumeration = {"LIST", "NOT_LIST"})
                    String resolution,
            @Nullable @Schema(description = "期限届满日，建议列入时填写") LocalDate until,
            @Nullable String reasons) {
        Pending read(Moment now) {
            Resolution chosen = chosen(resolution, List.of(Resolution.LIST, Resolution.NOT_LIST));
            String why = why(now, reasons);
            return chosen == Resolution.LIST
                    ? pending(now, chosen, until, null, null, null, why)
                    : pending(now, chosen, null, null, null, null, why);
        }
    }

    /** What the first of two people holds of an objection. */
    @Schema(name = "AbnormalFilerObjectionProposalRequest")
    record ObjectionProposalRequest(
            @Nullable
                    @Schema(
                            required = true,
                            enumeration = {"UPHOLD_OBJECTION", "REFUSE_OBJECTION"})
                    String resolution,
            @Nullable String reasons) {
        Pending read(Moment now) {
            Resolution chosen =
                    chosen(
                            resolution,
                            List.of(Resolution.UPHOLD_OBJECTION, Resolution.REFUSE_OBJECTION));
            return pending(now, chosen, null, null, null, null, why(now, reasons));
        }
    }

    /** What the first of two people holds of an application for removal. */
    @Schema(name = "AbnormalFilerRemovalProposalRequest")
    record RemovalProposalRequest(
            @Nullable
                    @Schema(
                            required = true,
                            enumeration = {"REMOVE", "REFUSE_REMOVAL"})
                    String resolution,
            @Nullable String reasons) {
        Pending read(Moment now) {
            Resolution chosen =
                    chosen(resolution, List.of(Resolution.REMOVE, Resolution.REFUSE_REMOVAL));
            return pending(now, chosen, null, null, null, null, why(now, reasons));
        }
    }

    /** A longer term, because of new confirmed conduct. */
    @Schema(name = "AbnormalFilerExtensionProposalRequest")
    record ExtensionProposalRequest(
            @Nullable @Schema(required = true, description = "延长后的期限届满日") LocalDate until,
            @Nullable @Schema(required = true, description = "新认定的行为及认定文书") String basis,
            @Nullable String reasons) {
        Pending read(Moment now) {
            Faults faults = new Faults();
            Optional<String> conduct = faults.required("/basis", basis, LONG, "新认定的行为及认定文书");
            faults.refuseIfAny();
            return pending(
                    now,
                    Resolution.EXTEND,
                    until,
                    conduct.orElseThrow(),
                    null,
                    null,
                    why(now, reasons));
        }
    }

    /** It was wrong from the beginning. */
    @Schema(name = "AbnormalFilerRevocationProposalRequest")
    record RevocationProposalRequest(
            @Nullable @Schema(required = true) RevocationCause cause,
            @Nullable @Schema(description = "文书编号，由其他机关决定的必填") String documentNo,
            @Nullable String reasons) {
        Pending read(Moment now) {
            Faults faults = new Faults();
            if (cause == null) {
                faults.add("/cause", "required", "请选择撤销原因。", "This field is required.");
            }
            Optional<String> no =
                    cause != null && cause.isByOthers()
                            ? faults.required("/documentNo", documentNo, NAME, "文书编号")
                            : faults.optional("/documentNo", documentNo, NAME, "文书编号");
            faults.refuseIfAny();
            return pending(
                    now, Resolution.REVOKE, null, null, cause, no.orElse(null), why(now, reasons));
        }
    }

    private static Pending pending(
            Moment now,
            Resolution resolution,
            @Nullable LocalDate until,
            @Nullable String basis,
            @Nullable RevocationCause cause,
            @Nullable String documentNo,
            String reasons) {
        return new Pending(
                resolution,
                until,
                basis,
                cause,
                documentNo,
                reasons,
                now.today(),
                now.by().name(),
                now.by().subject());
    }

    private static <T> Optional<T> given(
            Faults faults, String pointer, @Nullable T value, String zh) {
        if (value == null) {
            faults.add(pointer, "required", "请填写" + zh + "。", "This field is required.");
        }
        return Optional.ofNullable(value);
    }

    /** The reasons as the decision of the step holds them; refused if blank. */
    private static String why(Moment now, @Nullable String reasons) {
        return now.decision(reasons).reasons();
    }

    private static Resolution chosen(@Nullable String given, List<Resolution> offered) {
        Faults faults = new Faults();
        Optional<Resolution> chosen =
                faults.requiredCode("/resolution", Resolution.class, given, "决定建议")
                        .filter(offered::contains);
        if (chosen.isEmpty()) {
            faults.add(
                    "/resolution",
                    "unknown-code",
                    "决定建议代码无效，可用：" + offered + "。",
                    "Use one of: " + offered + ".");
        }
        faults.refuseIfAny();
        return chosen.orElseThrow();
    }

    /** A day that has come; the day is any if a fault was found. */
    private static LocalDate past(
            Faults faults, String pointer, @Nullable LocalDate day, Moment now, String zh) {
        if (day == null) {
            faults.add(pointer, "required", "请填写" + zh + "。", "This field is required.");
            return now.today();
        }
        if (day.isAfter(now.today())) {
            faults.add(pointer, "in-future", zh + "不得晚于今天。", "Not after today.");
        }
        return day;
    }
}
