package io.mingjian.kit.app;

import io.mingjian.contracts.CandidateChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts what it hears; refuses what is named POISON until told to take it. */
@Singleton
public class NoteInbox implements EventConsumer {
    public final List<Received> heard = new CopyOnWriteArrayList<>();
    public volatile boolean takesPoison;

    @Override
    public String name() {
        return "kit-test.notes";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.CANDIDATE_PROPOSED);
    }

    @Override
    public Uni<Void> on(Received event) {
        if (((CandidateChanged) event.data()).criterion().equals("POISON") && !takesPoison) {
            return Uni.createFrom().failure(new IllegalArgumentException("poison"));
        }
        heard.add(event);
        return Uni.createFrom().voidItem();
    }
}
