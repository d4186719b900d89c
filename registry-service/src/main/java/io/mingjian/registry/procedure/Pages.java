package io.mingjian.registry.procedure;

import io.mingjian.registry.evidence.Confirmations;
import io.mingjian.registry.evidence.EvidenceView;
import io.mingjian.registry.evidence.Indications;
import io.mingjian.registry.filer.FilerParties;
import io.mingjian.registry.filer.FilerParties.MaskedParty;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.queue.FilerFlag;
import io.mingjian.registry.queue.FilerFlags;
import io.mingjian.registry.queue.Hint;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a page shows beside the filing, one reading after the other on the one session. */
@ApplicationScoped
class Pages {
    private final StepLog log;
    private final Worklist worklist;
    private final Filers filers;
    private final FilerParties filerParties;
    private final Indications indications;
    private final Confirmations confirmations;
    private final FilerFlags filerFlags;
    private final RecheckNotes recheckNotes;

    Pages(
            StepLog log,
            Worklist worklist,
            Filers filers,
            FilerParties filerParties,
            Indications indications,
            Confirmations confirmations,
            FilerFlags filerFlags,
            RecheckNotes recheckNotes) {
        this.log = log;
        this.worklist = worklist;
        this.filers = filers;
        this.filerParties = filerParties;
        this.indications = indications;
        this.confirmations = confirmations;
        this.filerFlags = filerFlags;
        this.recheckNotes = recheckNotes;
    }

    Uni<Surroundings> around(Moment now, Proceeding<?, ?> proceeding) {
        return new Reading(now, proceeding).read();
    }

    private final class Reading {
        private final Moment now;
        private final Proceeding<?, ?> proceeding;
        private @Nullable MaskedIdentity filer;
        private List<EvidenceView> evidence = List.of();
        private List<Hint> hints = List.of();
        private List<FilerFlag> flags = List.of();
        private List<RecheckNote> rechecks = List.of();
        private List<MaskedParty> parties = List.of();

        Reading(Moment now, Proceeding<?, ?> proceeding) {
            this.now = now;
            this.proceeding = proceeding;
        }

        Uni<Surroundings> read() {
            var head = proceeding.head();
            return filers.maskedOf(now.by(), List.of(head.submissionId()))
                    .invoke(found -> filer = found.get(head.submissionId()))
                    .chain(() -> parties(head.submissionId()))
                    .invoke(found -> parties = found)
                    .chain(
                            () ->
                                    indications.of(
                                            now.by(),
                                            head.registeringOrganisation(),
                                            proceeding.evidenceIds()))
                    .chain(found -> confirmations.beside(now.by(), proceeding.id(), found))
                    .invoke(found -> evidence = found)
                    .chain(() -> worklist.hintsOn(now.by(), head.filerId()))
                    .invoke(found -> hints = found)
                    .chain(() -> flags(head.filerId()))
                    .invoke(found -> flags = found)
                    .chain(() -> recheckNotes.of(now.by(), proceeding.id()))
                    .invoke(found -> rechecks = found)
                    .chain(() -> log.of(now.by(), proceeding.id()))
                    .map(
                            steps ->
                                    new Surroundings(
                                            filer,
                                            proceeding.clocks().all(now.calendar(), now.today()),
                                            evidence,
                                            hints,
                                            flags,
                                            rechecks,
                                            steps.stream().map(proceeding::inWords).toList(),
                                            parties));
        }

        private Uni<List<FilerFlag>> flags(@Nullable UUID filerId) {
            return filerId == null
                    ? Uni.createFrom().item(List.of())
                    : filerFlags
                            .of(now.by(), List.of(filerId), now.today())
                            .map(found -> found.getOrDefault(filerId, List.of()));
        }

        private Uni<List<MaskedParty>> parties(UUID submissionId) {
            return proceeding.hasFurtherParties()
                    ? filerParties.maskedOf(now.by(), submissionId)
                    : Uni.createFrom().item(List.of());
        }
    }
}
