package io.mingjian.monitoring.finding;

import static io.mingjian.monitoring.finding.FindingRule.*;

import io.mingjian.monitoring.finding.FindingCheck.Ground;
import io.mingjian.monitoring.finding.Known.Hashes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The check of one fixation record. Order 2 Art 26: method, time and maker. */
final class FixationCheck {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final FindingCheck check;
    private final String pointer;
    private final Fixation fixation;
    private final boolean hasRecording;
    private final Ground ground;

    /**
     * @param hasRecording whether the finding has a recording among its evidence
     */
    FixationCheck(
            FindingCheck check,
            String pointer,
            Fixation fixation,
            boolean hasRecording,
            Ground ground) {
        this.check = check;
        this.pointer = pointer;
        this.fixation = fixation;
        this.hasRecording = hasRecording;
        this.ground = ground;
    }

    /**
     * @param collectedAt when what the evidence shows was collected
     */
    void all(@Nullable OffsetDateTime collectedAt) {
        if (fixation.evidenceId() == null) {
            report(EVIDENCE_ID, "/evidenceId");
        }
        maker();
        check.url(pointer + "/url", fixation.url());
        hashes();
        recording();
        method();
        checks();
        times(collectedAt);
        completeness();
    }

    /**
     * What the record of a fixation has beside its method, time and maker. It can be kept without,
     * but not without a word.
     */
    private void completeness() {
        EvidenceKind kind = fixation.kind();
        told(TWO_PERSON_MISSING, "/twoPerson", fixation.twoPerson());
        told(ENVIRONMENT_CHECK_MISSING, "/environmentCheck", fixation.environmentCheck());
        told(CLEANLINESS_CHECK_MISSING, "/cleanlinessCheck", fixation.cleanlinessCheck());
        if (kind == null || kind.isScreenshot()) {
            told(SCREENSHOT_NAME_MISSING, "/screenshotName", fixation.screenshotName());
        }
        told(TARGET_IP_MISSING, "/targetIp", fixation.targetIp());
        told(SERVER_IP_MISSING, "/serverIp", fixation.serverIp());
        told(SERVER_PRESERVED_AT_MISSING, "/serverPreservedAt", fixation.serverPreservedAt());
        told(TIME_SERVICE_AT_MISSING, "/timeServiceAt", fixation.timeServiceAt());
        if (!hasRecording) {
            told(RECORDING_MISSING, "/recordingEvidenceId", fixation.recordingEvidenceId());
        }
    }

    private void told(FindingRule rule, String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            report(rule, field);
        }
    }

    private void maker() {
        check.text(pointer + "/preserver", fixation.preserver());
        check.text(pointer + "/tool", fixation.tool());
        check.text(pointer + "/toolVersion", fixation.toolVersion());
        check.text(pointer + "/operator", fixation.operator());
        check.longest(pointer + "/secondOperator", fixation.secondOperator());
    }

    private void hashes() {
        UUID id = fixation.evidenceId();
        Hashes received = id == null ? null : ground.known().files().get(id);
        // As a flag it is no answer to the finding: the file may come any moment.
        if (id != null && received == null && ground.rules().row(NOT_RECEIVED).isRefusal()) {
            report(NOT_RECEIVED, "/evidenceId");
        }
        hash("/sha256", "SHA-256", fixation.sha256(), received == null ? null : received.sha256());
        hash("/sm3", "SM3", fixation.sm3(), received == null ? null : received.sm3());
    }

    /** A recording shows how something was captured; a file that shows itself shows nothing. */
    private void recording() {
        UUID recording = fixation.recordingEvidenceId();
        if (recording == null || fixation.kind() == EvidenceKind.SCREEN_RECORDING) {
            return;
        }
        Hashes received = ground.known().files().get(recording);
        if (recording.equals(fixation.evidenceId())
                || (received != null && isOfTheCapture(received))) {
            report(RECORDING_IS_THE_CAPTURE, "/recordingEvidenceId");
        }
    }

    private boolean isOfTheCapture(Hashes received) {
        return (received.sha256() != null && received.sha256().equalsIgnoreCase(fixation.sha256()))
                || (received.sm3() != null && received.sm3().equalsIgnoreCase(fixation.sm3()));
    }

    private void hash(
            String field, String name, @Nullable String given, @Nullable String received) {
        if (given == null || !HASH.matcher(given).matches()) {
            report(HASH_FORM, field, name);
        } else if (received != null && !received.equalsIgnoreCase(given)) {
            report(HASH_DIFFERS, field, name);
        }
    }

    private void method() {
        Fixation.TimeCalibration calibration = fixation.timeCalibration();
        if (calibration == null
                || calibration.source() == null
                || calibration.source().isBlank()
                || calibration.offsetMillis() == null
                || calibration.calibratedAt() == null) {
            report(TIME_CALIBRATION, "/timeCalibration");
        }
        List<String> steps = fixation.steps();
        if (steps == null
                || steps.isEmpty()
                || steps.stream().anyMatch(step -> step == null || step.isBlank())) {
            report(STEPS, "/steps");
        }
        String second = fixation.secondOperator();
        if (fixation.tellsOfTwo() && (second == null || second.isBlank())) {
            report(SECOND_OPERATOR, "/secondOperator");
        } else if (fixation.tellsOfTwo() && second != null && second.equals(fixation.operator())) {
            report(SAME_OPERATOR, "/secondOperator");
        }
    }

    private void checks() {
        check.longest(pointer + "/environmentCheck", fixation.environmentCheck());
        check.longest(pointer + "/cleanlinessCheck", fixation.cleanlinessCheck());
        check.longest(pointer + "/screenshotName", fixation.screenshotName());
        ip("/targetIp", fixation.targetIp());
        ip("/serverIp", fixation.serverIp());
    }

    private void ip(String field, @Nullable String written) {
        if (written == null) {
            return;
        }
        Optional<IpAddress> address = IpAddress.of(written);
        if (address.isEmpty()) {
            report(IP_FORM, field);
        } else if (!address.get().isPublic()) {
            report(IP_PRIVATE, field);
        }
    }

    /** Each time is a claim of its own: whichever is told must not be older than the order. */
    private void times(@Nullable OffsetDateTime collectedAt) {
        OffsetDateTime hashedAt = fixation.hashedAt();
        OffsetDateTime preservedAt = fixation.serverPreservedAt();
        check.notInFuture(pointer + "/hashedAt", hashedAt);
        check.notInFuture(pointer + "/serverPreservedAt", preservedAt);
        if (hashedAt == null) {
            report(HASHED_AT_MISSING, "/hashedAt");
        }
        check.age(pointer + "/hashedAt", hashedAt);
        check.age(pointer + "/serverPreservedAt", preservedAt);
        if (isAfter(collectedAt, hashedAt)) {
            report(CLOCK_ORDER, "/hashedAt");
        }
        if (isAfter(hashedAt, preservedAt)
                || (hashedAt == null && isAfter(collectedAt, preservedAt))) {
            report(CLOCK_ORDER, "/serverPreservedAt");
        }
        if (apart(preservedAt, fixation.timeServiceAt())
                        .compareTo(Duration.ofSeconds(number(TIME_SOURCES_APART)))
                > 0) {
            report(TIME_SOURCES_APART, "/timeServiceAt", number(TIME_SOURCES_APART));
        }
        if (fixation.timeCalibration() != null) {
            calibration(fixation.timeCalibration(), hashedAt);
        }
    }

    private void calibration(
            Fixation.TimeCalibration calibration, @Nullable OffsetDateTime hashedAt) {
        OffsetDateTime calibratedAt = calibration.calibratedAt();
        if (isAfter(calibratedAt, hashedAt)) {
            report(CLOCK_ORDER, "/timeCalibration/calibratedAt");
        } else if (apart(calibratedAt, hashedAt)
                        .compareTo(Duration.ofHours(number(CALIBRATION_STALE)))
                > 0) {
            report(CALIBRATION_STALE, "/timeCalibration/calibratedAt", number(CALIBRATION_STALE));
        }
        Long offset = calibration.offsetMillis();
        if (offset != null && Math.abs(offset) > number(CLOCK_OFFSET) * 1000L) {
            report(CLOCK_OFFSET, "/timeCalibration/offsetMillis", number(CLOCK_OFFSET));
        }
    }

    private static boolean isAfter(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one != null && other != null && one.isAfter(other);
    }

    private static Duration apart(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one == null || other == null ? Duration.ZERO : Duration.between(one, other).abs();
    }

    private int number(FindingRule rule) {
        return ground.rules().row(rule).number();
    }

    private void report(FindingRule rule, String field, Object... places) {
        check.report(rule, pointer + field, places);
    }
}
