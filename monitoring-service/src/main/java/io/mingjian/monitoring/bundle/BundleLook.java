package io.mingjian.monitoring.bundle;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.bundle.BundleViews.LeadBundleView;
import io.mingjian.monitoring.bundle.EvidenceDoor.NotNow;
import io.mingjian.monitoring.imports.BundleFindings;
import io.mingjian.monitoring.imports.BundleFindings.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the agency sees of a bundle. */
@ApplicationScoped
class BundleLook {
    private final BundleFiles files;
    private final BundleFindings findings;

    BundleLook(BundleFiles files, BundleFindings findings) {
        this.files = files;
        this.findings = findings;
    }

    /**
     * @param pause why the handing over stopped, if this request asked for it and it did
     */
    Uni<LeadBundleView> at(Caller caller, Bundle bundle, @Nullable NotNow pause) {
        return files.progress(caller, bundle.id())
                .chain(
                        progress ->
                                entering(caller, bundle.importId())
                                        .map(
                                                entering ->
                                                        LeadBundleView.of(
                                                                bundle,
                                                                progress,
                                                                entering.orElse(null),
                                                                pause,
                                                                caller)));
    }

    private Uni<Optional<Progress>> entering(Caller caller, @Nullable UUID importId) {
        return importId == null
                ? Uni.createFrom().item(Optional.empty())
                : findings.progress(caller, importId);
    }
}
