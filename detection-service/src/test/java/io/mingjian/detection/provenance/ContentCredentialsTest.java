package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.latin1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.media.FileSmith;
import org.junit.jupiter.api.Test;

class ContentCredentialsTest extends AnalyzerContract {
    @Override
    protected Analyzer analyzer() {
        return new ContentCredentials();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withSegment(
                plainJpeg(), 0xEB, latin1("JP\0\u0001\0\0\0\u0001\0\0\0\u0020jumb....jumd...."));
    }

    @Override
    protected String positiveCode() {
        return "CONTENT_CREDENTIALS_PRESENT";
    }

    @Override
    protected byte[] negative() {
        return FileSmith.withSegment(plainJpeg(), 0xEB, latin1("HDR_RI ver=11"));
    }

    @Test
    void presenceIsNeutralAndSaysThatNothingWasVerified() {
        byte[] png = FileSmith.withChunk(plainPng(), "caBX", latin1("....jumb"));
        assertThat(found(png, positiveCode()).strength()).isEqualTo(SignalStrength.NEUTRAL);
        assertThat(found(png, positiveCode()).facts()).containsEntry("verification", "NOT_DONE");
        assertThat(found(png, positiveCode()).zhDoesNotProve()).contains("尚未核验");
    }

    @Test
    void credentialsKeptElsewhereAreNamedByHostOnly() {
        String packet =
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:d=\"http://purl.org/dc/terms/\" d:provenance=\"https://credentials.example/m/1?owner=name\"/></rdf:RDF></x:xmpmeta>";
        byte[] file = FileSmith.withXmp(plainJpeg(), packet);
        assertThat(found(file, "CONTENT_CREDENTIALS_REMOTE").facts())
                .containsEntry("host", "credentials.example");
        assertThat(found(file, "CONTENT_CREDENTIALS_REMOTE").toString()).doesNotContain("owner");
    }
}
