package io.mingjian.monitoring.instruction;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mingjian.kit.time.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When agencies are reminded by themselves: data with a basis. A double row stops the start. */
final class ReminderPoints {
    /** The table that ships with the service. */
    static final ReminderPoints SHIPPED = read("/codes/reminder-points.yaml");

    private final List<Point> points;

    private ReminderPoints(List<Point> points) {
        Set<String> seen = new HashSet<>();
        for (Point point : points) {
            if (!seen.add(point.point()) || point.point().equals(Reminder.MANUAL)) {
                throw new IllegalStateException("two reminder points " + point.point());
            }
        }
        this.points = List.copyOf(points);
    }

    /** What falls due. */
    enum Of {
        ACKNOWLEDGEMENT,
        DEADLINE
    }

    /**
     * One point of time.
     *
     * @param workingDays from the due date: negative before it, zero on it, positive after it
     * @param zh what it is about, in a few words
     * @param text what the agency is told; has a place for the due date
     */
    record Point(
            String point,
            Of of,
            int workingDays,
            String zh,
            String text,
            String basis,
            String status) {

        /** The day on which it is reached. */
        LocalDate on(LocalDate dueOn, WorkingCalendar calendar) {
            if (workingDays > 0) {
                return calendar.plusWorkingDays(dueOn, workingDays);
            }
            LocalDate day = dueOn;
            for (int left = -workingDays; left > 0; left--) {
                do {
                    day = day.minusDays(1);
                } while (!calendar.isWorkingDay(day));
            }
            return day;
        }

        String textAbout(LocalDate dueOn) {
            return text.formatted(dueOn);
        }
    }

    /**
     * The point that was reached last, if any was since the agency was told.
     *
     * @param toldOn a point on or before this day is passed over: the agency has just been told
     */
    Optional<Point> reached(
            Of of, LocalDate toldOn, LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
        return points.stream()
                .filter(point -> point.of() == of)
                .filter(point -> point.on(dueOn, calendar).isAfter(toldOn))
                .filter(point -> !point.on(dueOn, calendar).isAfter(today))
                .max(Comparator.comparing(Point::workingDays));
    }

    /** What a point is about; its own name when the table no longer has it. */
    String titleOf(String name) {
        return points.stream()
                .filter(point -> point.point().equals(name))
                .findFirst()
                .map(Point::zh)
                .orElse(name);
    }

    private static ReminderPoints read(String resource) {
        try (InputStream yaml = ReminderPoints.class.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new ReminderPoints(
                    YAMLMapper.builder()
                            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                            .build()
                            .readValue(yaml, new TypeReference<List<Point>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
