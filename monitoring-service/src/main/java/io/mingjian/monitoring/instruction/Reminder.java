package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.clock.Moment;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That an agency was reminded, by the timer or by the city. Never changed. */
@Entity
@Immutable
class Reminder {
    /** Stands for a point of time where the city reminds of its own. */
    static final String MANUAL = "MANUAL";

    @Id private UUID id;
    private UUID instructionId;
    private String agency;
    private String point;
    private @Nullable LocalDate dueOn;
    private String text;
    private int contentVersion;
    private Instant remindedAt;
    private String remindedBy;
    private @Nullable String remindedByName;

    /** For the mapper. */
    Reminder() {}

    /** A point of time was reached. */
    static Reminder at(
            ReminderPoints.Point reached,
            LocalDate dueOn,
            Instruction instruction,
            Commission part,
            Caller machine,
            Moment moment) {
        Reminder reminder = of(instruction, part, machine, moment);
        reminder.point = reached.point();
        reminder.dueOn = dueOn;
        reminder.text = reached.textAbout(dueOn);
        return reminder;
    }

    /** The city reminds of its own. */
    static Reminder by(
            Caller city, Instruction instruction, Commission part, String text, Moment moment) {
        Reminder reminder = of(instruction, part, city, moment);
        reminder.point = MANUAL;
        reminder.text = text.strip();
        reminder.remindedByName = city.name();
        return reminder;
    }

    private static Reminder of(Instruction instruction, Commission part, Caller by, Moment moment) {
        Reminder reminder = new Reminder();
        reminder.id = Ids.next();
        reminder.instructionId = instruction.id();
        reminder.agency = part.agency();
        reminder.contentVersion = instruction.contentVersion();
        reminder.remindedAt = moment.at();
        reminder.remindedBy = by.subject();
        return reminder;
    }

    /** Whether this is the same reminder: the same point of the same due date, told to the same. */
    boolean repeats(Reminder other) {
        return agency.equals(other.agency)
                && point.equals(other.point)
                && dueOn().equals(other.dueOn());
    }

    /** What it is about, in a few words. */
    String title() {
        return point.equals(MANUAL) ? "市局催办" : ReminderPoints.SHIPPED.titleOf(point);
    }

    UUID id() {
        return id;
    }

    String agency() {
        return agency;
    }

    String point() {
        return point;
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    String text() {
        return text;
    }

    int contentVersion() {
        return contentVersion;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    Optional<String> remindedByName() {
        return Optional.ofNullable(remindedByName);
    }
}
