package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import io.mingjian.monitoring.imports.BundleSource.Kept;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes rows of a bundle's findings, as many in each transaction as a batch has. How far it is
 * stands in the bundle's row and is written in the same transaction, so that whoever goes on after
 * a death makes no row twice and leaves none out. Nobody looks at the findings here, and no order
 * is held: they are judged when they are entered.
 */
@ApplicationScoped
class BundleReading {
    private static final Caller MACHINE = Caller.machine("monitoring");

    /** Of text in one slice, unless one row alone has more: rows are written on the event loop. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final LeadImports imports;
    private final LeadImportRows rows;
    private final BundleSource source;
    private final Work work;
    private final ImportSettings settings;

    BundleReading(
            LeadImports imports,
            LeadImportRows rows,
            BundleSource source,
            Work work,
            ImportSettings settings) {
        this.imports = imports;
        this.rows = rows;
        this.source = source;
        this.work = work;
        this.settings = settings;
    }

    /**
     * @throws Lost if the job is no longer this worker's
     */
    void read(LeadImport job, UUID worker) {
        Kept kept = source.read(job.requireBundle());
        List<StagedRow> all = rows(kept.items());
        for (int from = kept.taken(); from < all.size(); ) {
            from = keep(job, worker, all, from);
        }
    }

    /**
     * Keeps the next rows.
     *
     * @return where the next slice begins
     */
    int keep(LeadImport job, UUID worker, List<StagedRow> all, int from) {
        int to = end(all, from);
        work.transaction(
                () ->
                        imports.hold(
                                        MACHINE,
                                        job.id(),
                                        worker,
                                        ImportState.UPLOADED,
                                        settings.lease())
                                .invoke(BundleReading::requireMine)
                                .chain(() -> source.taken(job.requireBundle(), from, to))
                                .invoke(BundleReading::requireMine)
                                .chain(() -> rows.add(MACHINE, job.id(), all.subList(from, to))));
        return to;
    }

    private static void requireMine(boolean mine) {
        if (!mine) {
            throw new Lost();
        }
    }

    private int end(List<StagedRow> all, int from) {
        int to = from + 1;
        int characters = size(all.get(from));
        while (to < all.size() && to - from < settings.enteredAtOnce()) {
            characters += size(all.get(to));
            if (characters > MOST_CHARACTERS) {
                return to;
            }
            to++;
        }
        return to;
    }

    private static int size(StagedRow row) {
        Content content = row.content();
        return content == null ? 0 : content.texts().stream().mapToInt(String::length).sum();
    }

    /** Of all findings, so that a number that comes twice is seen over the borders of slices. */
    static List<StagedRow> rows(List<Item> items) {
        NumbersSeen seen = new NumbersSeen();
        List<StagedRow> rows = new ArrayList<>(items.size());
        for (Item item : items) {
            JsonNode finding = item.finding();
            List<RowFault> faults = item.faults().stream().map(FindingColumns.ALL::fault).toList();
            Content content =
                    new Content(
                            List.of(finding.path("findingNo").asText(), finding.toString()),
                            finding);
            ReadRow read = seen.check(new ReadRow(rows.size() + 1, content, faults));
            rows.add(read.isLegible() ? read.staged(null) : read.illegible());
        }
        return rows;
    }
}
