package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.lead.LeadViews.BatchOutcome;
import io.mingjian.monitoring.lead.LeadViews.ItemError;
import io.mingjian.monitoring.lead.LeadViews.ItemOutcome;
import io.mingjian.monitoring.lead.LeadViews.ItemProblem;
import io.mingjian.monitoring.lead.Submissions.NumberReused;
import io.mingjian.monitoring.lead.Submissions.Outcome;
import io.mingjian.monitoring.lead.Submissions.Refused;
import io.mingjian.monitoring.lead.Submissions.Repeated;
import io.mingjian.monitoring.lead.Submissions.Taken;
import java.util.ArrayList;
import java.util.List;

/** Tells what became of each item of a batch. */
final class Batches {
    private Batches() {}

    static BatchOutcome outcome(List<Outcome> outcomes) {
        List<ItemOutcome> items = new ArrayList<>(outcomes.size());
        for (int at = 0; at < outcomes.size(); at++) {
            items.add(item(at, outcomes.get(at)));
        }
        return new BatchOutcome(
                count(items, 201), count(items, 200), count(items, 409) + count(items, 422), items);
    }

    private static int count(List<ItemOutcome> items, int status) {
        return (int) items.stream().filter(item -> item.status() == status).count();
    }

    private static ItemOutcome item(int at, Outcome outcome) {
        if (outcome instanceof Taken taken) {
            return new ItemOutcome(
                    at, taken.findingNo(), 201, taken.leadId(), taken.leadNo(), null);
        }
        if (outcome instanceof Repeated repeated) {
            return new ItemOutcome(
                    at, repeated.findingNo(), 200, repeated.leadId(), repeated.leadNo(), null);
        }
        if (outcome instanceof NumberReused reused) {
            return new ItemOutcome(at, reused.findingNo(), 409, null, null, reused());
        }
        return refused(at, (Refused) outcome);
    }

    private static ItemProblem reused() {
        return new ItemProblem(
                "urn:mingjian:problem:conflict", LeadIntake.numberReused().detail(false), null);
    }

    private static ItemOutcome refused(int at, Refused refused) {
        List<ItemError> errors = refused.errors().stream().map(ItemError::of).toList();
        String detail = "共有 " + errors.size() + " 处不符合要求，请按提示修改。";
        return new ItemOutcome(
                at,
                refused.findingNo(),
                422,
                null,
                null,
                new ItemProblem("urn:mingjian:problem:invalid", detail, errors));
    }
}
