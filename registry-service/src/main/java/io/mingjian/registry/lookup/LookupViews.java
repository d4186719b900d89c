package io.mingjian.registry.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.lookup.ListedPersons.Effect;
import io.mingjian.registry.lookup.ListedPersons.Listed;
import io.mingjian.registry.lookup.LookupLog.Entry;
import io.mingjian.registry.lookup.LookupLog.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the door of look-ups. */
final class LookupViews {
    private static final String LISTED =
            "该人在投诉举报异常名录有效期内。列入名录仅表示其投诉举报须依法从严审查，不等于违法，"
                    + "不得据此拒绝受理、不予立案或者限制其权利；每一件事项均须独立查明事实后由工作人员决定。";
    private static final String NOT_LISTED =
            "未查到有效的列入记录。可能从未列入、已到期、已移出，或者所填信息不对应任何人，系统不作区分；" + "本结果不说明该人是否提出过投诉举报。";

    private LookupViews() {}

    /**
     * Who is asked for, and why.
     *
     * @param name optional; if it cannot be the name of whoever has the document, nobody is found
     * @param entryNo instead of a document
     * @param operator the person who asks, where a machine sends it
     */
    @Schema(name = "AbnormalFilerLookupRequest", description = "异常名录查询 / A look-up")
    record LookupRequest(
            @Nullable String idType,
            @Nullable String idNumber,
            @Nullable String name,
            @Nullable String entryNo,
            @Nullable @Schema(required = true) String purposeCode,
            @Nullable @Schema(required = true) String purpose,
            @Nullable @Schema(required = true) String legalBasis,
            @Nullable @Schema(required = true) String caseNo,
            @Nullable String operator) {}

    /**
     * Whether the person is listed, and nothing else.
     *
     * @param stayed an objection is pending and the effects rest
     * @param meaning what this means and what it does not
     * @param watermark who asked, to stand on every copy
     * @param validUntil after this it has to be asked again
     */
    @Schema(name = "AbnormalFilerLookup", description = "异常名录查询结果 / What a look-up answers")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LookupView(
            String lookupNo,
            boolean listed,
            @Nullable String entryNo,
            List<Effect> effects,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Boolean stayed,
            String meaning,
            String watermark,
            OffsetDateTime answeredAt,
            OffsetDateTime validUntil) {

        static LookupView of(Caller caller, Entry entry, @Nullable Listed listed) {
            return new LookupView(
                    entry.lookupNo(),
                    listed != null,
                    listed == null ? null : listed.entryNo(),
                    listed == null ? List.of() : listed.effects(),
                    listed == null ? null : listed.from(),
                    listed == null ? null : listed.until(),
                    listed == null ? null : listed.stayed(),
                    listed == null ? NOT_LISTED : LISTED,
                    watermark(caller, entry),
                    local(entry.at()),
                    LegalDay.of(entry.at())
                            .plusDays(1)
                            .atStartOfDay(LegalDay.ZONE)
                            .toOffsetDateTime());
        }

        private static String watermark(Caller caller, Entry entry) {
            String who = entry.operator() == null ? caller.name() : entry.operator();
            return String.join(
                    " ",
                    caller.organisation(),
                    who,
                    local(entry.at()).toString(),
                    entry.lookupNo());
        }
    }

    /**
     * A line of the log.
     *
     * @param nameDiffered told to the city only: the document is known under another name
     */
    @Schema(name = "AbnormalFilerLookupEntry", description = "查询记录 / An answered look-up")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LookupEntryView(
            UUID id,
            String lookupNo,
            String organisation,
            String userId,
            String name,
            @Nullable String operator,
            OffsetDateTime at,
            Purpose purposeCode,
            String purposeName,
            String purpose,
            String legalBasis,
            String caseNo,
            boolean listed,
            @Nullable String entryNo,
            @Nullable Boolean nameDiffered) {

        static LookupEntryView of(Entry entry, Caller caller) {
            return new LookupEntryView(
                    entry.id(),
                    entry.lookupNo(),
                    entry.organisation(),
                    entry.subject(),
                    entry.name(),
                    entry.operator(),
                    local(entry.at()),
                    entry.purposeCode(),
                    entry.purposeCode().zh(),
                    entry.purpose(),
                    entry.legalBasis(),
                    entry.caseNo(),
                    entry.outcome() == Outcome.LISTED,
                    entry.entryNo(),
                    LookupLog.seesAll(caller) ? entry.outcome() == Outcome.NAME_DIFFERS : null);
        }
    }

    /**
     * Who may go on.
     *
     * @param userId one person of the organisation; absent for what it asks as a whole
     */
    @Schema(name = "LookupLiftRequest", description = "解除查询限制 / Letting somebody ask again")
    record LiftRequest(
            @Nullable @Schema(required = true) String organisation,
            @Nullable String userId,
            @Nullable @Schema(required = true) String reasons) {}

    /** That the count begins anew. */
    @Schema(name = "LookupLift", description = "已解除的查询限制 / A limit that was lifted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LiftView(String organisation, @Nullable String userId, String reasons) {}

    private static OffsetDateTime local(Instant at) {
        return at.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
