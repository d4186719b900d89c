package io.mingjian.monitoring.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.finding.FindingIntake;
import io.mingjian.monitoring.finding.FindingIntake.Checked;
import io.mingjian.monitoring.finding.FindingIntake.Sound;
import io.mingjian.monitoring.finding.FindingIntake.Unsound;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.lead.LeadIntake.NumberReused;
import io.mingjian.monitoring.lead.LeadIntake.Outcome;
import io.mingjian.monitoring.lead.LeadIntake.Refused;
import io.mingjian.monitoring.lead.LeadIntake.Repeated;
import io.mingjian.monitoring.lead.LeadIntake.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Commissions commissions;
    private final Leads leads;

    FindingEntry(
            LeadIntake intake, FindingIntake findings, Commissions commissions, Leads leads) {
        this.intake = intake;
        this.findings = findings;
        this.commissions = commissions;
        this.leads = leads;
    }

    /**
     * What became of one finding, or would.
     *
     * @param leadId its lead; absent if it was refused or is still to be made
     * @param isNew whether a lead is made of it
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

    /** What would become of findings if they were handed in now, one outcome each. */
    public Uni<List<Entered>> preview(
            Caller agency, UUID instructionId, List<JsonNode> items) {
        return commissions
                .requireOpen(agency, instructionId)
                .map(
                        order ->
                                items.stream()
                                        .map(item -> findings.check(item, order.requiredFields()))
                                        .toList())
                .chain(
                        checks ->
                                leads.numbered(agency, numbers(checks))
                                        .map(
                                                known ->
                                                        checks.stream()
                                                                .map(check -> told(check, known))
                                                                .toList()));
    }

    /** Enters findings in the running transaction, one outcome each, in their order. */
    public Uni<List<Entered>> enterAll(Caller agency, UUID instructionId, List<JsonNode> items) {
        return intake.takeAll(agency, instructionId, items)
                .map(outcomes -> outcomes.stream().map(Entered::of).toList());
    }

    private static List<String> numbers(List<Checked> checks) {
        return checks.stream()
                .filter(Sound.class::isInstance)
                .map(check -> String.valueOf(((Sound) check).finding().findingNo()))
                .toList();
    }

    private static Entered told(Checked check, Map<String, Lead> known) {
        if (check instanceof Unsound unsound) {
            return new Entered(null, false, unsound.errors());
        }
        Sound sound = (Sound) check;
        Lead earlier = known.get(String.valueOf(sound.finding().findingNo()));
        if (earlier == null) {
            return new Entered(null, true, List.of());
        }
        return earlier.findingSha256().equals(sound.sha256())
                ? new Entered(earlier.id(), false, List.of())
                : new Entered(null, false, List.of(REUSED));
    }
}
