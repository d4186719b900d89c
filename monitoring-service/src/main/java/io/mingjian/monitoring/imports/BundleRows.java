package io.mingjian.monitoring.imports;

import io.mingjian.kit.imports.RowSource;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The findings of bundles as rows. */
record BundleRows(BundleSource bundles) implements RowSource<LeadImport> {
    @Override
    public List<String> columns() {
        return List.of("线索编号", "内容");
    }

    @Override
    public Kept read(LeadImport job) {
        BundleSource.Kept kept = bundles.read(job.requireBundle());
        return new Kept(kept.items().stream().map(BundleRows::given).toList(), kept.taken());
    }

    @Override
    public Uni<Boolean> taken(LeadImport job, int from, int to) {
        return bundles.taken(job.requireBundle(), from, to);
    }

    @Override
    public Uni<Void> end(LeadImport job) {
        return bundles.end(job.requireBundle());
    }

    @Override
    public Uni<Void> stopped(LeadImport job) {
        return bundles.stopped(job.requireBundle());
    }

    private static Given given(Item item) {
        return new Given(
                List.of(item.finding().path("findingNo").asText(), item.finding().toString()),
                item.finding(),
                item.faults().stream().map(FindingColumns.ALL::fault).toList());
    }
}
