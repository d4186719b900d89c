package io.mingjian.monitoring.finding;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of how evidence was fixed that differs from one that is there in a few fields. */
final class FixationLike {
    private final Fixation made;
    private @Nullable UUID evidenceId;
    private Fixation.@Nullable TimeCalibration timeCalibration;
    private @Nullable OffsetDateTime hashedAt;
    private @Nullable String targetIp;
    private @Nullable String serverIp;
    private @Nullable OffsetDateTime serverPreservedAt;
    private @Nullable OffsetDateTime timeServiceAt;
    private @Nullable UUID recordingEvidenceId;

    FixationLike(Fixation made) {
        this.made = made;
        evidenceId = made.evidenceId();
        timeCalibration = made.timeCalibration();
        hashedAt = made.hashedAt();
        targetIp = made.targetIp();
        serverIp = made.serverIp();
        serverPreservedAt = made.serverPreservedAt();
        timeServiceAt = made.timeServiceAt();
        recordingEvidenceId = made.recordingEvidenceId();
    }

    FixationLike of(UUID file) {
        evidenceId = file;
        return this;
    }

    FixationLike calibrated(Fixation.TimeCalibration other) {
        timeCalibration = other;
        return this;
    }

    FixationLike hashed(@Nullable OffsetDateTime at) {
        hashedAt = at;
        return this;
    }

    FixationLike between(String target, String server) {
        targetIp = target;
        serverIp = server;
        return this;
    }

    /** At a time that the time service centre gave as well. */
    FixationLike preserved(@Nullable OffsetDateTime at) {
        serverPreservedAt = at;
        timeServiceAt = at;
        return this;
    }

    FixationLike recorded(@Nullable UUID recording) {
        recordingEvidenceId = recording;
        return this;
    }

    Fixation make() {
        return new Fixation(
                evidenceId,
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
                targetIp,
                serverIp,
                serverPreservedAt,
                timeServiceAt,
                recordingEvidenceId);
    }
}
