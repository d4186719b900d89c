package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.media.DecoderBusy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Takes the time of each analyzer, and makes a finding of its failure. */
final class TimedQuestions implements PanelLook.Guard {
    private static final Logger LOG = Logger.getLogger(TimedQuestions.class);

    private final MeterRegistry metrics;

    TimedQuestions(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * The analyzer's findings, or that it failed.
     *
     * @throws DecoderBusy because that says nothing about the file: the whole job is done later
     */
    @Override
    public List<Finding> ask(Analyzer analyzer, Supplier<List<Finding>> question) {
        return metrics.timer("mingjian_analysis_analyzer", "analyzer", analyzer.id().name())
                .record(() -> guarded(analyzer, question));
    }

    private static List<Finding> guarded(Analyzer analyzer, Supplier<List<Finding>> question) {
        try {
            return question.get();
        } catch (DecoderBusy e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "analyzer %s failed", analyzer.id());
            return List.of(PanelLook.failed(analyzer, Map.of()));
        }
    }
}
