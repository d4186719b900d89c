package io.mingjian.detection.analysis;

import io.mingjian.detection.analysis.Examination.Seen;
import io.mingjian.detection.evidence.EvidenceRelation;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The whole indication of files without a service: the same panel, the same fusion, no evidence, no
 * table and no network. For the command line and for measuring. Safe to share between threads.
 */
public final class Checkup {
    private final PanelLook panel;

    /** Asks these analyzers; one that fails makes its own step inconclusive. */
    public Checkup(List<Analyzer> analyzers) {
        this.panel = new PanelLook(analyzers, Checkup::guarded);
    }

    /**
     * What one file gave.
     *
     * @param report findings, in the form in which the service keeps them
     * @param shown to find the same picture by, several of a film or a document; none where there
     *     is no picture that can be told from others
     */
    public record Looked(PanelReport report, List<Shown> shown) {
        public Looked {
            shown = List.copyOf(shown);
        }
    }

    /** How the files that were given belong together. */
    public enum Given {
        /** One file, which there is nothing to compare with. */
        ALONE,
        /** All are of one matter, in which the same picture again weighs nothing. */
        ONE_MATTER,
        /** Each is a matter of its own. */
        APART
    }

    /** Never throws for what the bytes hold, if there is memory enough. */
    public Looked look(ByteView file) {
        Intake intake = Intake.of(file);
        Seen seen = Examination.look(panel, intake);
        return intake instanceof Intake.Refused
                ? new Looked(PanelReport.of(withLabels(seen, file)), List.of())
                : new Looked(PanelReport.of(seen.findings()), seen.shown());
    }

    /** What the service would not take is still read for its labels. */
    private List<Finding> withLabels(Seen refused, ByteView file) {
        List<Finding> findings = new ArrayList<>(refused.findings());
        MediaFile.open(file).ifPresent(known -> findings.addAll(panel.at(known)));
        return findings;
    }

    /** A report about a file that could not be looked at. */
    public static PanelReport unread(String code, String zhReason) {
        return PanelReport.of(Seen.unread(code, zhReason).findings());
    }

    /**
     * Joins what was seen into an indication.
     *
     * @param sightings other files with the same picture, the closest first
     * @param given how this file and the others belong together
     */
    public static Indication explain(PanelReport report, List<Sighting> sightings, Given given) {
        boolean oneMatter = given == Given.ONE_MATTER;
        Scope scope =
                switch (given) {
                    case ALONE -> Scope.ONE_FILE;
                    case ONE_MATTER -> Scope.ONE_MATTER;
                    case APART -> Scope.GIVEN;
                };
        List<EvidenceRelation> relations =
                sightings.stream()
                        .map(s -> new EvidenceRelation(s.evidenceId(), false, oneMatter))
                        .toList();
        return Fusion.fuse(report, Reuse.of(sightings, relations, List.of()).within(scope));
    }

    /** Version of the table by which signals are joined. */
    public static int fusionVersion() {
        return FusionRules.VERSION;
    }

    private static List<Finding> guarded(Analyzer analyzer, Supplier<List<Finding>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            CouldNotRead failed = PanelLook.failed(analyzer, Map.of("failure", e.toString()));
            return List.of(failed);
        }
    }
}
