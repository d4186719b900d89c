package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.provenance.CameraCheck.Answer;
import java.util.Locale;
import java.util.Optional;

/** Shutter, aperture and sensitivity, which EXIF writes twice: as they are and as powers of two. */
final class ExposureChecks {
    /** Cameras round each of the two in its own way; half a step is more than any was seen off. */
    private static final double HALF_STEP = 0.5;

    private ExposureChecks() {}

    /** What cameras can do: a shutter of at most an hour, lenses from f/0.7, film and sensors. */
    static Answer possible(CameraData data) {
        Optional<Double> time = data.ratio(ExifFields.EXPOSURE_TIME);
        Optional<Double> aperture = data.ratio(ExifFields.F_NUMBER);
        Optional<Double> iso = data.number(ExifFields.ISO).map(Long::doubleValue);
        if (time.isEmpty() && aperture.isEmpty() && iso.isEmpty()) {
            return Answer.ABSENT;
        }
        boolean possible =
                within(time, 1e-6, 3600) && within(aperture, 0.7, 128) && within(iso, 3, 5e6);
        return Answer.agreesIf(
                possible,
                "快门 %s 秒，光圈 f/%s，感光度 %s".formatted(shown(time), shown(aperture), shown(iso)));
    }

    private static boolean within(Optional<Double> value, double low, double high) {
        return value.filter(v -> v < low || v > high).isEmpty();
    }

    private static String shown(Optional<Double> value) {
        return value.map(ExposureChecks::shown).orElse("未记录");
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    static Answer shutter(CameraData data) {
        Optional<Double> seconds = data.ratio(ExifFields.EXPOSURE_TIME).filter(v -> v > 0);
        Optional<Double> steps = data.ratio(ExifFields.SHUTTER_SPEED);
        return compared(seconds.map(v -> -log2(v)), steps, "快门");
    }

    static Answer aperture(CameraData data) {
        Optional<Double> number = data.ratio(ExifFields.F_NUMBER).filter(v -> v > 0);
        Optional<Double> steps = data.ratio(ExifFields.APERTURE);
        return compared(number.map(v -> 2 * log2(v)), steps, "光圈");
    }

    private static Answer compared(Optional<Double> one, Optional<Double> other, String zhWhat) {
        return one.isEmpty() || other.isEmpty()
                ? Answer.ABSENT
                : Answer.agreesIf(
                        Math.abs(one.get() - other.get()) <= HALF_STEP,
                        "%s按两处记录换算为 %s 和 %s 级"
                                .formatted(zhWhat, shown(one.get()), shown(other.get())));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
