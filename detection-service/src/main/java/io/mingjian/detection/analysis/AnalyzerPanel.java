package io.mingjian.detection.analysis;

import io.mingjian.detection.c2pa.ContentCredentials;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.forensics.Saturation;
import io.mingjian.detection.provenance.FileHistory;
import io.mingjian.detection.provenance.GeneratorTraces;
import io.mingjian.detection.provenance.ImplicitLabel;
import io.mingjian.detection.provenance.InvisibleWatermark;
import io.mingjian.detection.provenance.LabelTampering;
import io.mingjian.detection.provenance.RemoteCredentials;
import io.mingjian.detection.provenance.SourceType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every analyzer that looks at a picture, in the order in which its findings are shown. A new
 * analyzer is a class and one line here; a test fails when a class is missing.
 */
public final class AnalyzerPanel {
    /** What a file says about itself. */
    public static final List<Analyzer> LABELS =
            List.of(
                    new ImplicitLabel(),
                    new LabelTampering(),
                    new ContentCredentials(),
                    new RemoteCredentials(),
                    new SourceType(),
                    new GeneratorTraces(),
                    new InvisibleWatermark(),
                    new FileHistory());

    /** Labels first, then what the pixels look like. */
    public static final List<Analyzer> ALL =
            Stream.concat(LABELS.stream(), Stream.of(new Saturation())).toList();

    private AnalyzerPanel() {}
}
