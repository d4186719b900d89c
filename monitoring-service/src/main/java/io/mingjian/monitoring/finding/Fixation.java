package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one piece of evidence was fixed (固证): who, with which tool, from which address, against which
 * time source, with which hashes. Order 2 Art 26: copies of electronic data note method, time and
 * maker.
 *
 * @param evidenceId the file, as stored by the detection service
 * @param preserver who keeps the original
 * @param url the address that was captured
 * @param sha256 64 hexadecimal digits over the file
 * @param sm3 64 hexadecimal digits over the file, GB/T 32905
 * @param steps what the operator did, in order
 * @param operator the person who captured it, as the agency's staff number
 * @param twoPerson whether a second person was present; then {@code secondOperator} names that
 *     person. Where nobody tells, none was; it is kept, and the content compared, as told so
 * @param kind what the file shows
 * @param environmentCheck how the network environment was checked, and what came of it
 * @param cleanlinessCheck how the capturing machine was checked to be clean
 * @param screenshotName name of the screenshot's file, with its time
 * @param targetIp address that the captured host resolved to
 * @param serverIp address of the preservation server
 * @param serverPreservedAt when the preservation server kept the file
 * @param timeServiceAt the time that the time service centre (授时中心) gave
 * @param recordingEvidenceId the recording of the capture, as stored by the detection service
 */
public record Fixation(
        @Nullable UUID evidenceId,
        @Nullable String preserver,
        @Nullable String tool,
        @Nullable String toolVersion,
        @Nullable String url,
        @Nullable TimeCalibration timeCalibration,
        @Nullable String sha256,
        @Nullable String sm3,
        @Nullable OffsetDateTime hashedAt,
        @Nullable List<String> steps,
        @Nullable String operator,
        @JsonSerialize(nullsUsing = Fixation.Untold.class) @Nullable Boolean twoPerson,
        @Nullable String secondOperator,
        @Nullable EvidenceKind kind,
        @Nullable String environmentCheck,
        @Nullable String cleanlinessCheck,
        @Nullable String screenshotName,
        @Nullable String targetIp,
        @Nullable String serverIp,
        @Nullable OffsetDateTime serverPreservedAt,
        @Nullable OffsetDateTime timeServiceAt,
        @Nullable UUID recordingEvidenceId) {

    boolean tellsOfTwo() {
        return Boolean.TRUE.equals(twoPerson);
    }

    /** As it was always written: the same content must stay the same to the byte. */
    static final class Untold extends JsonSerializer<Object> {
        @Override
        public void serialize(Object none, JsonGenerator out, SerializerProvider context)
                throws IOException {
            out.writeBoolean(false);
        }
    }

    /**
     * The check of the capturing machine's clock.
     *
     * @param source the time service that was asked
     * @param offsetMillis machine time minus service time, in milliseconds
     */
    public record TimeCalibration(
            @Nullable String source,
            @Nullable Long offsetMillis,
            @Nullable OffsetDateTime calibratedAt) {}
}
