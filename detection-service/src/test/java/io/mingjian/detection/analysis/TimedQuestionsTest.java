package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.media.DecoderBusy;
import org.junit.jupiter.api.Test;

/** What becomes of a question that is not answered. */
class TimedQuestionsTest {
    private static final Analyzer ANY = AnalyzerPanel.ALL.get(0);

    private final TimedQuestions questions = new TimedQuestions(new SimpleMeterRegistry());

    @Test
    void anAnalyzerThatFailsIsAFinding() {
        assertThat(
                        questions.ask(
                                ANY,
                                () -> {
                                    throw new IllegalStateException("a fault of ours");
                                }))
                .singleElement()
                .isInstanceOf(CouldNotRead.class);
    }

    @Test
    void aDecoderThatIsBusyPutsTheJobOffAndIsNoAttempt() {
        assertThatThrownBy(
                        () ->
                                questions.ask(
                                        ANY,
                                        () -> {
                                            throw new DecoderBusy();
                                        }))
                .isInstanceOf(DecoderBusy.class)
                .matches(AnalysisRunner::passes, "costs none of the attempts");
    }
}
