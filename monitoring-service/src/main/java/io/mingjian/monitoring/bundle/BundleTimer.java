package io.mingjian.monitoring.bundle;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Gives up what nobody goes on with: the bytes of bundles are not kept for ever. */
@ApplicationScoped
class BundleTimer {
    private static final Logger LOG = Logger.getLogger(BundleTimer.class);

    private static final Caller MACHINE = Caller.machine("monitoring");
    private static final Duration NOT_KEPT_WHOLE = Duration.ofHours(1);

    private final Bundles bundles;
    private final BundleFiles files;
    private final Audit audit;
    private final Work work;
    private final BundleSettings settings;
    private final Clock clock;

    BundleTimer(
            Bundles bundles,
            BundleFiles files,
            Audit audit,
            Work work,
            BundleSettings settings,
            Clock clock) {
        this.bundles = bundles;
        this.files = files;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${mingjian.bundles.sweep:1h}", delayed = "4m")
    void sweep() {
        Instant now = clock.instant();
        work.transaction(() -> bundles.sweep(MACHINE, now.minus(NOT_KEPT_WHOLE)));
        work.transaction(() -> bundles.forgetOld(MACHINE, now.minus(settings.keep())));
        work.session(() -> bundles.idle(MACHINE, now.minus(settings.keep())))
                .forEach(bundle -> giveUpAlone(bundle.id(), now));
    }

    /** One that cannot be given up does not keep the others. */
    private void giveUpAlone(UUID id, Instant now) {
        try {
            work.transaction(() -> giveUp(id, now));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "bundle %s is not given up", id);
        }
    }

    private Uni<Void> giveUp(UUID id, Instant now) {
        return bundles.requireHeld(MACHINE, id)
                .chain(
                        bundle ->
                                bundle.state() == BundleState.CHECKED
                                        ? cancel(bundle, now)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> cancel(Bundle bundle, Instant now) {
        bundle.cancel(MACHINE, now);
        return files.removeAll(MACHINE, bundle.id())
                .chain(() -> bundles.forgetFindings(MACHINE, bundle.id()))
                .chain(
                        () ->
                                audit.record(
                                        MACHINE,
                                        AuditEntry.of(
                                                "lead-bundle.expire",
                                                "lead-bundle",
                                                bundle.id().toString())));
    }
}
