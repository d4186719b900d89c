package io.mingjian.monitoring.letter;

import io.mingjian.contracts.EventType;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.lead.LeadHandover;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Letters go with their lead: who works on it now sees them and their answers and acts on them, and
 * who had it before no longer does. Detection is told, so that the evidence of an answer is opened
 * for the one and closed for the other.
 */
@ApplicationScoped
class LetterMoves implements LeadHandover {
    private final Letters letters;
    private final Outbox outbox;
    private final LegalTime time;

    LetterMoves(Letters letters, Outbox outbox, LegalTime time) {
        this.letters = letters;
        this.outbox = outbox;
        this.time = time;
    }

    @Override
    public Uni<Void> handedOver(Map<UUID, String> holders) {
        return letters.heldOf(holders.keySet())
                .call(found -> time.now().invoke(now -> moveAll(found, holders, now)))
                .call(letters::flush)
                .chain(found -> outbox.append(found.stream().flatMap(LetterMoves::told).toList()));
    }

    private static void moveAll(List<Letter> found, Map<UUID, String> holders, Moment now) {
        found.forEach(
                letter ->
                        letter.handOver(Objects.requireNonNull(holders.get(letter.leadId())), now));
    }

    /** Of a draft nobody was told yet. */
    private static Stream<Event> told(Letter letter) {
        return letter.letterNo().stream()
                .map(no -> new Event(EventType.LETTER_HANDED_OVER, letter.changed()));
    }
}
