package io.mingjian.monitoring.imports;

import io.mingjian.kit.imports.GivenRows;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The findings of a bundle as rows of its import. */
@ApplicationScoped
class BundleRows implements GivenRows<LeadImport> {
    private final BundleSource source;

    BundleRows(BundleSource source) {
        this.source = source;
    }

    @Override
    public List<String> columns() {
        return List.of("线索编号", "内容");
    }

    @Override
    public Kept read(LeadImport job) {
        BundleSource.Kept kept = source.read(bundleOf(job));
        return new Kept(kept.items().stream().map(Item::given).toList(), kept.taken());
    }

    @Override
    public Uni<Boolean> taken(LeadImport job, int from, int to) {
        return source.taken(bundleOf(job), from, to);
    }

    @Override
    public Uni<Void> end(LeadImport job) {
        return source.end(bundleOf(job));
    }

    private static UUID bundleOf(LeadImport job) {
        return Objects.requireNonNull(job.bundleId());
    }
}
