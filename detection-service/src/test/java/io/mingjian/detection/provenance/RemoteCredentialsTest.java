package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.latin1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.media.FileSmith;
import org.junit.jupiter.api.Test;

class RemoteCredentialsTest extends AnalyzerContract {
    private static final String PACKET =
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                    + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                    + " xmlns:d=\"http://purl.org/dc/terms/\""
                    + " d:provenance=\"https://credentials.example/m/1?owner=name\"/>"
                    + "</rdf:RDF></x:xmpmeta>";

    @Override
    protected Analyzer analyzer() {
        return new RemoteCredentials();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withXmp(plainJpeg(), PACKET);
    }

    @Override
    protected String positiveCode() {
        return "CONTENT_CREDENTIALS_REMOTE";
    }

    @Override
    protected byte[] negative() {
        return FileSmith.withSegment(
                positive(), 0xEB, latin1("JP\0\u0001\0\0\0\u0001\0\0\0\u0020jumb....jumd...."));
    }

    @Test
    void credentialsKeptElsewhereAreNamedByHostOnly() {
        assertThat(found(positive(), positiveCode()).facts())
                .containsEntry("host", "credentials.example");
        assertThat(found(positive(), positiveCode()).toString()).doesNotContain("owner");
    }

    @Test
    void theirPresenceIsNeutralAndSaysThatNothingWasVerified() {
        assertThat(found(positive(), positiveCode()).strength()).isEqualTo(SignalStrength.NEUTRAL);
        assertThat(found(positive(), positiveCode()).zhDoesNotProve()).contains("未予核验");
    }
}
