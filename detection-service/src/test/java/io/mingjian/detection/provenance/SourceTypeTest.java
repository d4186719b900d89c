package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.media.FileSmith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTypeTest extends AnalyzerContract {
    private static String packet(String value) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:any=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"><any:DigitalSourceType>"
                + value
                + "</any:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    @Override
    protected Analyzer analyzer() {
        return new SourceType();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withXmp(
                plainJpeg(),
                packet("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"));
    }

    @Override
    protected String positiveCode() {
        return "SOURCE_TYPE_GENERATED";
    }

    @Override
    protected byte[] negative() {
        return plainJpeg();
    }

    @ParameterizedTest
    @CsvSource({
        "trainedAlgorithmicMedia,SOURCE_TYPE_GENERATED,MEDIUM",
        "compositeWithTrainedAlgorithmicMedia,SOURCE_TYPE_PARTLY_GENERATED,MEDIUM",
        "algorithmicMedia,SOURCE_TYPE_COMPUTER_MADE,NEUTRAL",
        "compositeSynthetic,SOURCE_TYPE_MIXED,WEAK",
        "digitalCapture,SOURCE_TYPE_CAMERA,COUNTER_SIGN",
        "screenCapture,SOURCE_TYPE_SCREEN,NEUTRAL",
        "humanEdits,SOURCE_TYPE_EDITED,WEAK",
        "somethingNew,SOURCE_TYPE_OTHER,NEUTRAL"
    })
    void everyCodeHasItsClass(String value, String code, SignalStrength strength) {
        byte[] file = FileSmith.withXmp(plainJpeg(), packet(value));
        assertThat(found(file, code).strength()).isEqualTo(strength);
    }
}
