package io.mingjian.registry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step of a report recorded beside its reasons. Facts are added, never changed;
 * none holds an identity of the reporter. The name of each stays as it is stored.
 */
@Schema(name = "ReportFact", description = "办理中记录的事实 / What a step recorded")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @Type(value = Fact.AuthorityDeclined.class, name = "AUTHORITY_DECLINED"),
    @Type(value = Fact.Duplicated.class, name = "DUPLICATED"),
    @Type(value = Fact.Merged.class, name = "MERGED"),
    @Type(value = Fact.Absorbed.class, name = "ABSORBED"),
    @Type(value = Fact.ExtensionDecided.class, name = "EXTENSION_DECIDED"),
    @Type(value = Fact.CollectivelyExtended.class, name = "COLLECTIVELY_EXTENDED"),
    @Type(value = Fact.Withdrawn.class, name = "WITHDRAWN"),
    @Type(value = Fact.CaseFiled.class, name = "CASE_FILED"),
    @Type(value = Fact.CaseDeclined.class, name = "CASE_DECLINED"),
    @Type(value = Fact.TransferredToAgency.class, name = "TRANSFERRED_TO_AGENCY"),
    @Type(value = Fact.PoliceTransferDecided.class, name = "POLICE_TRANSFER_DECIDED"),
    @Type(value = Fact.ExcludedBegun.class, name = "EXCLUDED_BEGUN"),
    @Type(value = Fact.ExcludedEnded.class, name = "EXCLUDED_ENDED"),
    @Type(value = Fact.CaseDecided.class, name = "CASE_DECIDED"),
    @Type(value = Fact.ResultDue.class, name = "RESULT_DUE"),
    @Type(value = Fact.ResultTold.class, name = "RESULT_TOLD"),
    @Type(value = Fact.RewardProposed.class, name = "REWARD_PROPOSED"),
    @Type(value = Fact.RewardDecided.class, name = "REWARD_DECIDED")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Fact {
    /**
     * Legal day on which it was recorded; of {@link ResultTold}, on which the reporter was told.
     */
    LocalDate on();

    /**
     * No bureau of the city may handle it (Order 121 Art 34).
     *
     * @param competent where the reporter may turn
     * @param handedOverTo to whom the bureau handed it over, where a law asks for that (Food Safety
     *     Law Art 115)
     */
    record AuthorityDeclined(
            LocalDate on, @Nullable String competent, @Nullable String handedOverTo)
            implements Fact {}

    /** The same reporter had given the same facts before (Order 121 Art 35). */
    record Duplicated(LocalDate on, UUID earlierReportId, String earlierRegistrationNo)
            implements Fact {}

    /** It is handled together with another one (Order 121 Art 35). */
    record Merged(LocalDate on, UUID targetId, String targetRegistrationNo) implements Fact {}

    /**
     * Another one is handled together with it (Order 121 Art 35).
     *
     * @param receivedOn day on which that one was received
     * @param restartedOn day from which the clock of verification counts now
     * @param anonymous nobody is behind it who could be told of the result
     */
    record Absorbed(
            LocalDate on,
            UUID sourceId,
            String sourceRegistrationNo,
            LocalDate receivedOn,
            LocalDate restartedOn,
            boolean anonymous)
            implements Fact {}

    /** What the head may extend. */
    enum Period {
        VERIFICATION,
        CASE_HANDLING
    }

    /**
     * Whether the head gave more time.
     *
     * @param dueOn the last day now
     */
    record ExtensionDecided(LocalDate on, Period period, boolean granted, LocalDate dueOn)
            implements Fact {}

    /** The heads together set a last day of the case (Order 2 Art 64). */
    record CollectivelyExtended(LocalDate on, List<String> participants, LocalDate dueOn)
            implements Fact {
        public CollectivelyExtended {
            participants = List.copyOf(participants);
        }
    }

    /** The reporter takes it back; verification goes on (Order 121 Art 35). */
    record Withdrawn(LocalDate on) implements Fact {}

    /** The four conditions of Order 2 Art 19 were confirmed. */
    record CaseFiled(LocalDate on) implements Fact {}

    /** No case (Order 2 Art 19, 20). */
    record CaseDeclined(
            LocalDate on,
            NoCaseGround ground,
            @Nullable CaseCondition unmetCondition,
            @Nullable String law)
            implements Fact {}

    /** Another agency has it now (Order 2 Art 17). */
    record TransferredToAgency(LocalDate on, String agency, String basis) implements Fact {}

    /** Whether the head hands it to the police. */
    record PoliceTransferDecided(LocalDate on, boolean granted) implements Fact {}

    /** Time begins that does not count (Order 2 Art 64). */
    record ExcludedBegun(LocalDate on, Excluded kind) implements Fact {}

    /** That time is over. */
    record ExcludedEnded(LocalDate on, Excluded kind) implements Fact {}

    /** Time that does not count towards a case (Order 2 Art 64). */
    enum Excluded {
        APPRAISAL("检验、检测、检定、鉴定"),
        HEARING("听证"),
        PUBLICATION("公告");

        private final String zh;

        Excluded(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** How the case was decided (Order 2 Art 60). */
    record CaseDecided(LocalDate on, CaseResult result, @Nullable BigDecimal fineYuan)
            implements Fact {}

    /**
     * A law asks for the result to be told, and the notice was ordered.
     *
     * @param law with its article
     * @param dueOn last day to tell it
     */
    record ResultDue(LocalDate on, String law, LocalDate dueOn) implements Fact {}

    /** The reporter was told. */
    record ResultTold(LocalDate on) implements Fact {}

    /** An officer holds a reward due. */
    record RewardProposed(LocalDate on, @Nullable BigDecimal amountYuan) implements Fact {}

    /** What the head decided about it. */
    record RewardDecided(LocalDate on, boolean granted, @Nullable BigDecimal amountYuan)
            implements Fact {}
}
