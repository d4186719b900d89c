package io.mingjian.monitoring.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.finding.FindingIntake;
import io.mingjian.monitoring.finding.FindingIntake.Checked;
import io.mingjian.monitoring.finding.FindingIntake.Sound;
import io.mingjian.monitoring.finding.FindingIntake.Unsound;
import io.mingjian.monitoring.instruction.Order;
import io.mingjian.monitoring.lead.LeadIntake.NumberReused;
import io.mingjian.monitoring.lead.LeadIntake.Outcome;
import io.mingjian.monitoring.lead.LeadIntake.Refused;
import io.mingjian.monitoring.lead.LeadIntake.Repeated;
import io.mingjian.monitoring.lead.LeadIntake.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The room's face for findings that come in by files: the same checks and the same once-only rule
 * as for batches.
 */
@ApplicationScoped
public class FindingEntry {
    private static final FieldError REUSED =
            new FieldError(
                    "/findingNo",
                    "finding-no-reused",
                    "该线索编号已用于内容不同的线索，请更换编号；补正请使用补正接口。");

    private final LeadIntake intake;
    private final FindingIntake findings;
    private final Leads leads;

    FindingEntry(LeadIntake intake, FindingIntake findings, Leads leads) {
        this.intake = intake;
        this.findings = findings;
        this.leads = leads;
    }

    /**
     * What the form check says. Waits for nothing.
     *
     * @param findingNo absent if the form check failed
     * @param sha256 of its content; absent if the form check failed
     */
    public record Check(
            @Nullable String findingNo, @Nullable String sha256, List<FieldError> errors) {}

    /** A lead that an agency handed in before. */
    public record Known(UUID leadId, String sha256) {}

    /**
     * What became of one finding.
     *
     * @param leadId its lead; absent if it was refused
     * @param isNew whether the lead was made now
     */
    public record Entered(@Nullable UUID leadId, boolean isNew, List<FieldError> errors) {
        static Entered of(Outcome outcome) {
            if (outcome instanceof Taken taken) {
                return new Entered(taken.lead().id(), true, List.of());
            }
            if (outcome instanceof Repeated repeated) {
                return new Entered(repeated.lead().id(), false, List.of());
            }
            return outcome instanceof NumberReused
                    ? new Entered(null, false, List.of(REUSED))
                    : new Entered(null, false, ((Refused) outcome).errors());
        }
    }

    /** That the number of a known lead stands for another finding. */
    public static FieldError reused() {
        return REUSED;
    }

    public Check check(Order order, JsonNode item) {
        Checked checked = findings.check(item, order.requiredFields());
        if (checked instanceof Unsound unsound) {
            return new Check(null, null, unsound.errors());
        }
        Sound sound = (Sound) checked;
        return new Check(sound.finding().findingNo(), sound.sha256(), List.of());
    }

    /** Which of these numbers the agency used before. */
    public Uni<Map<String, Known>> known(Caller agency, Collection<String> findingNos) {
        return findingNos.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : leads.numbered(agency, findingNos);
    }

    /** Enters findings in the running transaction, one outcome each, in their order. */
    public Uni<List<Entered>> enterAll(
            Caller agency, UUID instructionId, List<? extends JsonNode> items) {
        return intake.takeAll(agency, instructionId, List.copyOf(items))
                .map(outcomes -> outcomes.stream().map(Entered::of).toList());
    }
}
