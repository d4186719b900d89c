package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.procedure.RecheckNote;
import io.mingjian.registry.procedure.RecheckNotes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the page of a filing says of its re-checks. */
@ApplicationScoped
class FilingRechecks implements RecheckNotes {
    private final Rechecks rechecks;

    FilingRechecks(Rechecks rechecks) {
        this.rechecks = rechecks;
    }

    @Override
    public Uni<List<RecheckNote>> of(Caller caller, UUID filingId) {
        return rechecks.ofFiling(caller, filingId)
                .map(found -> found.stream().map(FilingRechecks::note).toList());
    }

    private static RecheckNote note(Recheck recheck) {
        Recheck.Result result = recheck.result();
        return new RecheckNote(
                recheck.id(),
                recheck.cause().zh(),
                LegalDay.of(recheck.openedAt()),
                result == null ? null : result.zh());
    }
}
