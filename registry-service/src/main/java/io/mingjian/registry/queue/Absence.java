package io.mingjian.registry.queue;

import io.mingjian.kit.refusal.Conflict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Days on which an officer is away, and who looks after the work meanwhile. */
record Absence(
        UUID id,
        int version,
        String organisation,
        String subject,
        String name,
        String cover,
        String coverName,
        LocalDate from,
        LocalDate to,
        String enteredBy) {

    /**
     * Somebody who is away has one cover at a time, the cover is there, and nobody covers for
     * another while away: so no chain and no circle of covers can come about.
     *
     * @param others absences in the bureau that have not been withdrawn
     * @throws Conflict naming the first one that stands against this one
     */
    void requireFits(List<Absence> others) {
        for (Absence other : others) {
            if (!overlaps(other)) {
                continue;
            }
            if (other.subject.equals(subject)) {
                throw new Conflict(
                        "absence-overlaps",
                        name + "在" + other.days() + "已登记外出，时间重叠。",
                        "There is an absence " + other.days() + " already.");
            }
            if (other.subject.equals(cover)) {
                throw new Conflict(
                        "cover-absent",
                        "代办人" + coverName + "在" + other.days() + "也外出，请另选代办人。",
                        "The cover is away " + other.days() + ".");
            }
            if (other.cover.equals(subject)) {
                throw new Conflict(
                        "covers-another",
                        name + "在" + other.days() + "为" + other.name + "代办，请先变更其代办人。",
                        "The officer covers for another " + other.days() + ".");
            }
        }
    }

    private boolean overlaps(Absence other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    private String days() {
        return from + "至" + to;
    }
}
