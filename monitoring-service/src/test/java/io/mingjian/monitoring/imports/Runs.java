package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.imports.ImportTools;
import io.mingjian.kit.imports.Imports;
import io.mingjian.monitoring.lead.LeadIntake;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/**
 * Lets tests of other rooms have the imports worked off, by replicas that live and some that die.
 */
@ApplicationScoped
public class Runs {
    private final LeadImportWork work;
    private final LeadIntake findings;
    private final BundleSource source;
    private final ImportSettings settings;
    private final ImportTools tools;
    private final ObjectMapper json;

    Runs(
            LeadImportWork work,
            LeadIntake findings,
            BundleSource source,
            ImportSettings settings,
            ImportTools tools,
            ObjectMapper json) {
        this.work = work;
        this.findings = findings;
        this.source = source;
        this.settings = settings;
        this.tools = tools;
        this.json = json;
    }

    public void workOff() {
        work.imports().runner().workOff();
    }

    /** What nobody asks for any more goes. */
    public void forget() {
        work.forget();
    }

    /** How often a job is taken up before it is given up. */
    public int attempts() {
        return settings.attempts();
    }

    /** Another replica works; something befalls it after each slice or batch of rows. */
    public void workOffElsewhere(Runnable afterEach) {
        workOffElsewhere(each -> each, afterEach);
    }

    /** The same of a replica that sees bundles in its own way. */
    public void workOffElsewhere(UnaryOperator<BundleSource> bundles, Runnable afterEach) {
        workOffElsewhere(
                new FindingRows(findings, bundles.apply(source), settings, json), afterEach);
    }

    void workOffElsewhere(FindingRows rows, Runnable afterEach) {
        new Imports<>(
                        LeadImportWork.TABLES,
                        LeadImport.class,
                        job -> rows,
                        took -> afterEach.run(),
                        settings,
                        tools)
                .runner()
                .workOff();
    }

    /** Takes a replica away in the middle of its work. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        public static void now() {
            throw new Death();
        }
    }
}
