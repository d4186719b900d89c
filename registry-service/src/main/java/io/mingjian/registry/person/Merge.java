package io.mingjian.registry.person;

import static io.mingjian.registry.person.MergeLifecycle.TABLE;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.registry.filer.Persons;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The finding that two filers are one person. It changes only by a step of its lifecycle. */
@Entity
@Table(name = "filer_merge")
class Merge {
    @Id private UUID id;
    @Version private int version;
    private UUID filerId;
    private UUID otherId;

    @Enumerated(EnumType.STRING)
    private MergeState state;

    @Enumerated(EnumType.STRING)
    private MatchRule rule;

    private Instant proposedAt;

    protected Merge() {}

    /** A finding that nobody has decided about; two filers in whatever order. */
    static Merge proposed(UUID filerId, UUID otherId, MatchRule rule, Instant at) {
        Merge merge = new Merge();
        boolean inOrder = Persons.OLDEST_FIRST.compare(filerId, otherId) < 0;
        merge.id = Ids.next();
        merge.filerId = inOrder ? filerId : otherId;
        merge.otherId = inOrder ? otherId : filerId;
        merge.state = TABLE.initial();
        merge.rule = rule;
        merge.proposedAt = at;
        return merge;
    }

    Transition<MergeState, MergeStep> take(MergeStep step, Caller by, Decision decision) {
        Transition<MergeState, MergeStep> taken = TABLE.step(state, step, by, decision);
        state = taken.to();
        return taken;
    }

    List<MergeStep> openSteps(Caller caller) {
        return TABLE.openSteps(state, caller);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    /** The older filer. */
    UUID filerId() {
        return filerId;
    }

    /** The younger filer. */
    UUID otherId() {
        return otherId;
    }

    MergeState state() {
        return state;
    }

    MatchRule rule() {
        return rule;
    }

    Instant proposedAt() {
        return proposedAt;
    }
}
