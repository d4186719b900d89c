package io.mingjian.monitoring.finding;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of how evidence was fixed that differs from one that is there in a few fields. */
final class FixationLike {
    private final Fixation made;
    private Fixation.@Nullable TimeCalibration timeCalibration;
    private @Nullable OffsetDateTime hashedAt;
    private @Nullable OffsetDateTime serverPreservedAt;
    private @Nullable UUID recordingEvidenceId;

    FixationLike(Fixation made) {
        this.made = made;
        timeCalibration = made.timeCalibration();
        hashedAt = made.hashedAt();
        serverPreservedAt = made.serverPreservedAt();
        recordingEvidenceId = made.recordingEvidenceId();
    }

    FixationLike calibrated(Fixation.TimeCalibration other) {
        timeCalibration = other;
        return this;
    }

    FixationLike hashed(@Nullable OffsetDateTime at) {
        hashedAt = at;
        return this;
    }

    FixationLike preserved(@Nullable OffsetDateTime at) {
        serverPreservedAt = at;
        return this;
    }

    FixationLike recorded(UUID recording) {
        recordingEvidenceId = recording;
        return this;
    }

    Fixation make() {
        return new Fixation(
                made.evidenceId(),
                made.preserver(),
                made.tool(),
                made.toolVersion(),
                made.url(),
                timeCalibration,
                made.sha256(),
                made.sm3(),
                hashedAt,
                made.steps(),
                made.operator(),
                made.twoPerson(),
                made.secondOperator(),
                made.kind(),
                made.environmentCheck(),
                made.cleanlinessCheck(),
                made.screenshotName(),
                made.targetIp(),
                made.serverIp(),
                serverPreservedAt,
                made.timeServiceAt(),
                recordingEvidenceId);
    }
}
