package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** EXIF fields of a file as the checks read them; a field that cannot be read is absent. */
record CameraData(MediaFile media, ExifFields exif) {
    private static final DateTimeFormatter TIME = strict("uuuu:MM:dd HH:mm:ss");
    private static final DateTimeFormatter DATE = strict("uuuu:MM:dd");

    /** Bytes of a maker's notes that tell whose they are. */
    private static final int NOTE_HEAD = 16;

    static Optional<CameraData> of(MediaFile media) {
        return media.exif().map(exif -> new CameraData(media, exif));
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    private ByteView file() {
        return media.bytes();
    }

    Optional<String> text(int tag) {
        return exif.text(tag, file()).map(Limits::bounded);
    }

    Optional<Double> ratio(int tag) {
        return exif.first(tag).flatMap(field -> field.ratio(file()));
    }

    Optional<Long> number(int tag) {
        return exif.first(tag).flatMap(field -> field.number(file()));
    }

    /** Empty for a clock that was never set, too. */
    Optional<LocalDateTime> time(int tag) {
        return text(tag).flatMap(CameraData::time);
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Time of the satellites, in UTC. */
    Optional<LocalDateTime> satelliteTime() {
        Optional<ExifFields.Field> time = inGps(ExifFields.GPS_TIME);
        Optional<Double> hours = time.flatMap(f -> f.ratio(file(), 0));
        Optional<Double> minutes = time.flatMap(f -> f.ratio(file(), 1));
        Optional<Double> seconds = time.flatMap(f -> f.ratio(file(), 2));
        Optional<String> date = inGps(ExifFields.GPS_DATE).map(f -> f.text(file()));
        if (date.isEmpty() || hours.isEmpty() || minutes.isEmpty() || seconds.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalTime clock =
                    LocalTime.of(
                            hours.get().intValue(),
                            minutes.get().intValue(),
                            seconds.get().intValue());
            return Optional.of(LocalDate.parse(date.get(), DATE).atTime(clock));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<ExifFields.Field> inGps(int tag) {
        return exif.fields().stream()
                .filter(field -> field.directory().equals("GPS") && field.tag() == tag)
                .findFirst();
    }

    /** How far local time was ahead of UTC when the picture was taken. */
    Optional<Duration> offset() {
        return text(ExifFields.OFFSET_TIME_ORIGINAL).flatMap(CameraData::offset);
    }

    private static Optional<Duration> offset(String text) {
        try {
            return Optional.of(Duration.ofSeconds(ZoneOffset.of(text).getTotalSeconds()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** First bytes of the maker's own notes. */
    Optional<String> noteHead() {
        return exif.first(ExifFields.MAKER_NOTE)
                .filter(field -> field.length() > 0)
                .map(field -> file().latin1(field.offset(), Math.min(NOTE_HEAD, field.length())));
    }

    /** The readings that a finding shows; position, serial number and owner are not among them. */
    Map<String, Object> shown() {
        Map<String, Object> facts = new LinkedHashMap<>();
        text(ExifFields.MAKE).ifPresent(v -> facts.put("make", v));
        text(ExifFields.MODEL).ifPresent(v -> facts.put("model", v));
        text(ExifFields.DATE_TIME_ORIGINAL)
                .filter(v -> v.matches("\\d{4}:\\d{2}:\\d{2} \\d{2}:\\d{2}:\\d{2}"))
                .ifPresent(v -> facts.put("takenAt", v));
        ratio(ExifFields.EXPOSURE_TIME).ifPresent(v -> facts.put("exposureSeconds", v));
        ratio(ExifFields.F_NUMBER).ifPresent(v -> facts.put("fNumber", v));
        number(ExifFields.ISO).ifPresent(v -> facts.put("iso", v));
        facts.put("makerNote", exif.first(ExifFields.MAKER_NOTE).isPresent());
        facts.put("gps", exif.fields().stream().anyMatch(f -> f.directory().equals("GPS")));
        facts.put("exifComplete", exif.complete());
        return facts;
    }
}
