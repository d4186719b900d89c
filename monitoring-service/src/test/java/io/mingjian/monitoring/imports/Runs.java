package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.imports.GivenRows;
import io.mingjian.kit.imports.ImportTools;
import io.mingjian.kit.imports.Imports;
import io.mingjian.monitoring.lead.LeadIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Lets tests of other rooms have the imports worked off, also by workers that fail. */
@ApplicationScoped
public class Runs {
    private final LeadImportWork work;
    private final BundleRows bundles;
    private final LeadIntake findings;
    private final ImportSettings settings;
    private final ImportTools tools;
    private final ObjectMapper json;

    Runs(
            LeadImportWork work,
            BundleRows bundles,
            LeadIntake findings,
            ImportSettings settings,
            ImportTools tools,
            ObjectMapper json) {
        this.work = work;
        this.bundles = bundles;
        this.findings = findings;
        this.settings = settings;
        this.tools = tools;
        this.json = json;
    }

    public void workOff() {
        work.imports().runner().workOff();
    }

    /** By another replica, which fails in the middle of the first slice that begins there. */
    public void failsAt(int slice) {
        workOff(
                new Wrapped() {
                    @Override
                    public Uni<Boolean> taken(LeadImport job, int from, int to) {
                        return super.taken(job, from, to)
                                .invoke(
                                        done -> {
                                            if (from == slice) {
                                                throw new IllegalStateException("failed");
                                            }
                                        });
                    }
                });
    }

    /** By another replica, which believes that so many rows are staged. */
    public void believes(int staged) {
        workOff(
                new Wrapped() {
                    @Override
                    public Kept read(LeadImport job) {
                        return new Kept(super.read(job).rows(), staged);
                    }
                });
    }

    private void workOff(GivenRows<LeadImport> given) {
        FindingRows rows =
                new FindingRows(findings, settings, json, bundles) {
                    @Override
                    public Optional<GivenRows<LeadImport>> given(LeadImport job) {
                        return Optional.of(given);
                    }
                };
        new Imports<>(
                        LeadImportWork.TABLES,
                        LeadImport.class,
                        job -> rows,
                        took -> {},
                        settings,
                        tools)
                .runner()
                .workOff();
    }

    private class Wrapped implements GivenRows<LeadImport> {
        @Override
        public List<String> columns() {
            return bundles.columns();
        }

        @Override
        public Kept read(LeadImport job) {
            return bundles.read(job);
        }

        @Override
        public Uni<Boolean> taken(LeadImport job, int from, int to) {
            return bundles.taken(job, from, to);
        }

        @Override
        public Uni<Void> end(LeadImport job) {
            return bundles.end(job);
        }
    }
}
