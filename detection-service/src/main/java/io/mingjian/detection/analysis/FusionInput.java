package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.Signal;
import java.util.List;

/**
 * All that an indication is made of.
 *
 * @param report what the analyzers saw in the file
 * @param reuse the same picture elsewhere
 * @param company the other pieces of the same claim or filing
 * @param behaviour what is known beside the picture
 */
record FusionInput(PanelReport report, Reuse reuse, Company company, List<Behaviour> behaviour) {
    FusionInput {
        behaviour = List.copyOf(behaviour);
    }

    /** Of a picture that stands alone. */
    static FusionInput of(PanelReport report, Reuse reuse) {
        return new FusionInput(report, reuse, Company.NONE, List.of());
    }

    /** The same with what further sources say of the picture. */
    FusionInput with(List<Signal> further) {
        return new FusionInput(report.with(further), reuse, company, behaviour);
    }
}
