package io.mingjian.registry.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.form.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step of a complaint recorded beside its reasons. Facts are added, never changed;
 * none holds an identity of the filer. The name of each stays as it is stored.
 */
@Schema(name = "ComplaintFact", description = "办理中记录的事实 / What a step recorded")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @Type(value = Fact.IdentityAsked.class, name = "IDENTITY_ASKED"),
    @Type(value = Fact.IdentitySupplied.class, name = "IDENTITY_SUPPLIED"),
    @Type(value = Fact.Consented.class, name = "CONSENTED"),
    @Type(value = Fact.Appointed.class, name = "APPOINTED"),
    @Type(value = Fact.Delegated.class, name = "DELEGATED"),
    @Type(value = Fact.DelegationEnded.class, name = "DELEGATION_ENDED"),
    @Type(value = Fact.AppraisalBegun.class, name = "APPRAISAL_BEGUN"),
    @Type(value = Fact.AppraisalEnded.class, name = "APPRAISAL_ENDED"),
    @Type(value = Fact.RecusalRequested.class, name = "RECUSAL_REQUESTED"),
    @Type(value = Fact.RecusalDecided.class, name = "RECUSAL_DECIDED"),
    @Type(value = Fact.ClaimsChanged.class, name = "CLAIMS_CHANGED"),
    @Type(value = Fact.ClueFound.class, name = "CLUE_FOUND"),
    @Type(value = Fact.Agreed.class, name = "AGREED"),
    @Type(value = Fact.Terminated.class, name = "TERMINATED"),
    @Type(value = Fact.Told.class, name = "TOLD")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Fact {
    /** Legal day on which it was recorded; of {@link Told}, on which the party was told. */
    LocalDate on();

    /** A side of the dispute. */
    enum Party {
        COMPLAINANT("投诉人"),
        RESPONDENT("被投诉人");

        private final String zh;

        Party(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** The complainant is to prove who he is (Art 10(3), form 4). */
    record IdentityAsked(LocalDate on, String materials, LocalDate dueOn) implements Fact {}

    /** He did. */
    record IdentitySupplied(LocalDate on, String materials) implements Fact {}

    /** Both sides consent to mediation (Art 18). */
    record Consented(LocalDate on, Consent complainant, Consent respondent) implements Fact {}

    /** Time, place and mediator, told beforehand (Art 20). */
    record Appointed(LocalDate on, OffsetDateTime at, String place, String mediator, Mode mode)
            implements Fact {
        public Appointed {
            at = at.atZoneSameInstant(LegalDay.ZONE).toOffsetDateTime();
        }
    }

    /** On site or not (Art 20). */
    enum Mode {
        ON_SITE("现场调解"),
        REMOTE("在线、电话等非现场方式");

        private final String zh;

        Mode(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** Another body mediates for the bureau; it does not pass the task on (Art 19). */
    record Delegated(
            LocalDate on, DelegateKind kind, String body, Consent complainant, Consent respondent)
            implements Fact {}

    /** Who may mediate for the bureau (Art 19). */
    enum DelegateKind {
        CONSUMER_COUNCIL("消费者协会"),
        PEOPLES_MEDIATION_COMMITTEE("人民调解委员会"),
        OTHER_LAWFUL_BODY("其他依法成立的调解组织");

        private final String zh;

        DelegateKind(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** The body gives the matter back. */
    record DelegationEnded(LocalDate on, String result) implements Fact {}

    /** An appraisal begins; its time does not count (Art 22). */
    record AppraisalBegun(LocalDate on, String subject, String body, ChosenBy chosenBy, Payer payer)
            implements Fact {}

    /** Who chose the body: the parties together, or the bureau where they could not (Art 22). */
    enum ChosenBy {
        PARTIES("双方当事人共同选定"),
        AUTHORITY("市场监督管理部门指定");

        private final String zh;

        ChosenBy(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** Who pays for an appraisal beforehand. */
    enum Payer {
        COMPLAINANT("投诉人"),
        RESPONDENT("被投诉人"),
        BOTH("双方");

        private final String zh;

        Payer(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** The appraisal has its result. */
    record AppraisalEnded(LocalDate on, String conclusion) implements Fact {}

    /** A party wants another mediator (Art 21); somebody else than who took it down decides. */
    record RecusalRequested(LocalDate on, Party party, String mediator, String recordedBy)
            implements Fact {}

    /** Whether the mediator steps aside, and who takes his place. */
    record RecusalDecided(LocalDate on, boolean granted, @Nullable String newMediator)
            implements Fact {}

    /**
     * Claims were changed or waived.
     *
     * @param representedConsent of those for whom the representatives of a joint complaint stand
     *     (Art 12)
     */
    record ClaimsChanged(LocalDate on, List<Claim> claims, @Nullable Consent representedConsent)
            implements Fact {
        public ClaimsChanged {
            claims = List.copyOf(claims);
        }
    }

    /**
     * A clue of a violation was found; the report that it became is not named here (Art 27, 37).
     */
    record ClueFound(LocalDate on) implements Fact {}

    /**
     * The parties agree (Art 24).
     *
     * @param performBy absent if it was performed at once
     */
    record Agreed(
            LocalDate on,
            String terms,
            String mediator,
            boolean onSite,
            boolean performedAtOnce,
            boolean documentWaived,
            Paper paper,
            @Nullable LocalDate performBy,
            @Nullable Consent representedConsent)
            implements Fact {}

    /** What is made of an agreement (Art 24). */
    enum Paper {
        MEDIATION_DOCUMENT,
        RECORD
    }

    /** Why mediation was terminated (Art 23). */
    record Terminated(
            LocalDate on,
            int ground,
            @Nullable Integer article16Ground,
            @Nullable Conduct conduct,
            @Nullable String law,
            @Nullable BigDecimal settledAmount)
            implements Fact {}

    /** A party was told of the termination (Art 23). */
    record Told(LocalDate on, Party party) implements Fact {}
}
