package io.mingjian.registry.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step of an entry recorded beside its reasons. Facts are added, never changed.
 * The name of each stays as it is stored.
 */
@Schema(name = "AbnormalFilerEntryFact", description = "办理中记录的事实 / What a step recorded")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @Type(value = Fact.NoticeServed.class, name = "NOTICE_SERVED"),
    @Type(value = Fact.DefenceReceived.class, name = "DEFENCE_RECEIVED"),
    @Type(value = Fact.HearingRequested.class, name = "HEARING_REQUESTED"),
    @Type(value = Fact.HearingAppointed.class, name = "HEARING_APPOINTED"),
    @Type(value = Fact.HearingHeld.class, name = "HEARING_HELD"),
    @Type(value = Fact.Listed.class, name = "LISTED"),
    @Type(value = Fact.Objected.class, name = "OBJECTED"),
    @Type(value = Fact.RemovalApplied.class, name = "REMOVAL_APPLIED"),
    @Type(value = Fact.Extended.class, name = "EXTENDED"),
    @Type(value = Fact.Prolonged.class, name = "PROLONGED"),
    @Type(value = Fact.RemedyRecorded.class, name = "REMEDY_RECORDED"),
    @Type(value = Fact.TermPassed.class, name = "TERM_PASSED"),
    @Type(value = Fact.Revoked.class, name = "REVOKED"),
    @Type(value = Fact.PersonDivided.class, name = "PERSON_DIVIDED")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Fact {
    /** Legal day on which it was recorded. */
    LocalDate on();

    /**
     * The person was told beforehand (by analogy, Penalty Law Art 44).
     *
     * @param facts what it is to be listed for, as the notice says it
     * @param rights as the notice says them
     */
    record NoticeServed(
            LocalDate on,
            String documentNo,
            String facts,
            String rights,
            LocalDate servedOn,
            NoticeService method)
            implements Fact {}

    /**
     * What the person said.
     *
     * @param waivesFurther said in writing that there is nothing to add and no hearing is wanted
     */
    record DefenceReceived(
            LocalDate on, LocalDate receivedOn, String statement, boolean waivesFurther)
            implements Fact {}

    /** A hearing is asked for. */
    record HearingRequested(LocalDate on, LocalDate receivedOn) implements Fact {}

    /** When and where it is. */
    record HearingAppointed(LocalDate on, OffsetDateTime time, String place, String chair)
            implements Fact {}

    /** What came out of it. */
    record HearingHeld(LocalDate on, LocalDate heldOn, String record) implements Fact {}

    /** It stands on the list. */
    record Listed(LocalDate on, String entryNo, LocalDate from, LocalDate until) implements Fact {}

    /** The person objects. */
    record Objected(LocalDate on, LocalDate receivedOn, String content) implements Fact {}

    /** The person asks to be removed. */
    record RemovalApplied(LocalDate on, LocalDate receivedOn, String content) implements Fact {}

    /**
     * The term became longer.
     *
     * @param basis the new confirmed conduct
     */
    record Extended(LocalDate on, LocalDate until, String basis) implements Fact {}

    /** The head gave more time to decide on an objection or an application. */
    record Prolonged(LocalDate on, EntryLimit limit, LocalDate dueOn) implements Fact {}

    /** Reconsideration or suit: lodged, or how it ended. */
    record RemedyRecorded(LocalDate on, Remedy remedy, Stage stage, String body, String documentNo)
            implements Fact {}

    /** The last day has passed; from then on it has no effect. */
    record TermPassed(LocalDate on) implements Fact {}

    /** It was wrong from the beginning. */
    record Revoked(LocalDate on, RevocationCause cause, @Nullable String documentNo)
            implements Fact {}

    /**
     * Filers that counted as this person are another one's now; what was handled under the listing
     * for them is looked at again.
     */
    record PersonDivided(LocalDate on, List<UUID> filerIds) implements Fact {
        public PersonDivided {
            filerIds = List.copyOf(filerIds);
        }
    }

    /** How a notice reached the person. */
    enum NoticeService {
        DIRECT("直接送达"),
        MAIL("邮寄送达"),
        ELECTRONIC("电子送达"),
        LEAVE("留置送达"),
        PUBLICATION("公告送达");

        private final String zh;

        NoticeService(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** Ways outside of this procedure. */
    enum Remedy {
        RECONSIDERATION("行政复议"),
        SUIT("行政诉讼");

        private final String zh;

        Remedy(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** Where such a way stands. */
    enum Stage {
        LODGED("已提起"),
        UPHELD("维持列入"),
        OVERTURNED("撤销列入"),
        WITHDRAWN("申请人撤回");

        private final String zh;

        Stage(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }
}
