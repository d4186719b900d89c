package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.instruction.FindingsUnderway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Imports of which a person has said that they are to be entered; delivering a bundle says so, and
 * says it still when its import ended before anybody could read it.
 */
@ApplicationScoped
class ImportsUnderway implements FindingsUnderway {
    private static final String COUNT =
            "select count(j) from LeadImport j where j.instructionId = :instruction"
                    + " and (:all = true or j.organisation = :agency)"
                    + " and (j.state = :entering or (j.state = :reading and j.bundleId is not null))";

    private final BundleSource bundles;

    ImportsUnderway(BundleSource bundles) {
        this.bundles = bundles;
    }

    @Override
    public Uni<Boolean> isAny(Caller caller, UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(COUNT, Long.class)
                                        .setParameter("instruction", instructionId)
                                        .setParameter("all", caller.isMachine())
                                        .setParameter("agency", caller.organisation())
                                        .setParameter("entering", ImportState.COMMITTING)
                                        .setParameter("reading", ImportState.UPLOADED)
                                        .getSingleResult())
                .chain(
                        count ->
                                count > 0
                                        ? Uni.createFrom().item(true)
                                        : bundles.anyStopped(caller, instructionId));
    }
}
