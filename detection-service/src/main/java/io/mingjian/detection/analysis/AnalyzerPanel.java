package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.forensics.Saturation;
import io.mingjian.detection.provenance.ContentCredentials;
import io.mingjian.detection.provenance.FileHistory;
import io.mingjian.detection.provenance.GeneratorTraces;
import io.mingjian.detection.provenance.ImplicitLabel;
import io.mingjian.detection.provenance.SourceType;
import java.util.List;

/**
 * Every analyzer that looks at a picture, in the order in which its findings are shown. A new
 * analyzer is a class and one line here; a test fails when a class is missing.
 */
public final class AnalyzerPanel {
    public static final List<Analyzer> ALL =
            List.of(
                    new ImplicitLabel(),
                    new ContentCredentials(),
                    new SourceType(),
                    new GeneratorTraces(),
                    new FileHistory(),
                    new Saturation());

    private AnalyzerPanel() {}
}
