package io.mingjian.monitoring.letter;

import io.mingjian.kit.time.CalendarListener;
import io.mingjian.kit.time.WorkingCalendar;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Moves the due dates of letters when a holiday notice does. */
@ApplicationScoped
class LetterDueDates implements CalendarListener {
    private final Letters letters;

    LetterDueDates(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Uni<Void> calendarChanged(WorkingCalendar calendar) {
        return letters.waiting()
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUniAndConcatenate(letter -> correct(letter, calendar))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> correct(Letter letter, WorkingCalendar calendar) {
        return letter.dueBy(calendar)
                .filter(due -> !Optional.of(due).equals(letter.dueOn()))
                .map(due -> letters.moveDue(letter.id(), due))
                .orElseGet(() -> Uni.createFrom().item(0));
    }
}
