package io.mingjian.registry.procedure;

import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.outbox.Event;
import io.mingjian.registry.document.NoticeOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step did, why, what is to be announced, and which notices it makes due.
 *
 * @param factors letters of the factors of Art 17, where the ground has them
 * @param events none for a step that has no event of its own: it is announced as {@code
 *     filing.advanced.v1}
 */
public record Outcome(
        Transition<?, ?> taken,
        @Nullable Decision decision,
        List<String> factors,
        List<Event> events,
        List<NoticeOrder> notices) {

    public Outcome {
        factors = List.copyOf(factors);
        events = List.copyOf(events);
        notices = List.copyOf(notices);
    }

    /** A step whose ground has no factors, and that nobody is told of. */
    public static Outcome of(Transition<?, ?> taken, @Nullable Decision decision, Event... events) {
        return new Outcome(taken, decision, List.of(), List.of(events), List.of());
    }

    /** The same with factors of Art 17. */
    public Outcome because(List<String> letters) {
        return new Outcome(taken, decision, letters, events, notices);
    }

    /** The same with notices to be issued. */
    public Outcome telling(NoticeOrder... orders) {
        return new Outcome(taken, decision, factors, events, List.of(orders));
    }
}
