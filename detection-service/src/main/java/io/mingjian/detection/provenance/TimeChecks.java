package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.provenance.CameraCheck.Answer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times inside one file against each other. The time of submission is not in the file and therefore
 * not compared here.
 */
final class TimeChecks {
    /** Camera and computer may stand in different time zones. */
    private static final Duration A_DAY = Duration.ofHours(24);

    /** Writing a picture takes a camera no longer. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    /** Local time is 14 hours ahead at most, and phones keep their last position for a day. */
    private static final Duration ANYWHERE = Duration.ofHours(14).plus(A_DAY);

    private TimeChecks() {}

    static Answer order(CameraData data) {
        Optional<LocalDateTime> taken = data.time(ExifFields.DATE_TIME_ORIGINAL);
        List<LocalDateTime> later =
                Stream.of(ExifFields.DATE_TIME_DIGITIZED, ExifFields.DATE_TIME)
                        .flatMap(tag -> data.time(tag).stream())
                        .toList();
        if (taken.isEmpty() || later.isEmpty()) {
            return Answer.ABSENT;
        }
        LocalDateTime first = later.stream().min(LocalDateTime::compareTo).orElseThrow();
        return Answer.agreesIf(
                !first.isBefore(taken.get().minus(A_DAY)),
                "拍摄 %s，保存 %s".formatted(taken.get(), first));
    }

    static Answer savedAtOnce(CameraData data) {
        Optional<LocalDateTime> taken = data.time(ExifFields.DATE_TIME_ORIGINAL);
        Optional<LocalDateTime> saved = data.time(ExifFields.DATE_TIME);
        return taken.isEmpty() || saved.isEmpty()
                ? Answer.ABSENT
                : Answer.notedUnless(
                        apart(taken.get(), saved.get()).compareTo(AT_ONCE) <= 0,
                        "拍摄 %s，保存 %s%s".formatted(taken.get(), saved.get(), software(data)));
    }

    private static String software(CameraData data) {
        return data.text(ExifFields.SOFTWARE).map(name -> "，软件 " + name).orElse("");
    }

    static Answer subseconds(CameraData data) {
        return data.text(ExifFields.SUBSECONDS_ORIGINAL)
                .map(text -> Answer.notedUnless(text.matches("\\d{1,9}"), text))
                .orElse(Answer.ABSENT);
    }

    /** Times only; where the picture was taken is not repeated. */
    static Answer satellite(CameraData data) {
        Optional<LocalDateTime> taken = data.time(ExifFields.DATE_TIME_ORIGINAL);
        Optional<LocalDateTime> satellite = data.satelliteTime();
        if (taken.isEmpty() || satellite.isEmpty()) {
            return Answer.ABSENT;
        }
        Duration ahead = data.offset().orElse(Duration.ZERO);
        Duration most = data.offset().isPresent() ? A_DAY : ANYWHERE;
        return Answer.agreesIf(
                apart(taken.get().minus(ahead), satellite.get()).compareTo(most) <= 0,
                "拍摄 %s，卫星时间（协调世界时）%s".formatted(taken.get(), satellite.get()));
    }

    private static Duration apart(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs();
    }
}
