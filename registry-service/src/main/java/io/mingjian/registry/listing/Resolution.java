package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryState.DEFENCE_RECEIVED;
import static io.mingjian.registry.listing.EntryState.EXPIRED;
import static io.mingjian.registry.listing.EntryState.HEARD;
import static io.mingjian.registry.listing.EntryState.LISTED;
import static io.mingjian.registry.listing.EntryState.NOTICED;
import static io.mingjian.registry.listing.EntryState.OBJECTION_ACCEPTED;
import static io.mingjian.registry.listing.EntryState.OBJECTION_RAISED;
import static io.mingjian.registry.listing.EntryState.REMOVAL_APPLIED;
import static io.mingjian.registry.listing.EntryState.REMOVAL_REVIEW;
import static io.mingjian.registry.listing.EntryState.REMOVED;
import static io.mingjian.registry.listing.EntryState.UNDER_REVIEW;

import java.util.EnumSet;
import java.util.Set;

/** What takes two people: one proposes, the head, somebody else, agrees or gives it back. */
enum Resolution {
    LIST("列入名录", EntryStep.LIST, EnumSet.of(UNDER_REVIEW, NOTICED, DEFENCE_RECEIVED, HEARD)),
    NOT_LIST("不列入名录", EntryStep.NOT_LIST, EnumSet.of(NOTICED, DEFENCE_RECEIVED, HEARD)),
    UPHOLD_OBJECTION("异议成立，撤销列入", EntryStep.UPHOLD_OBJECTION, EnumSet.of(OBJECTION_ACCEPTED)),
    REFUSE_OBJECTION("驳回异议", EntryStep.REFUSE_OBJECTION, EnumSet.of(OBJECTION_ACCEPTED)),
    REMOVE("移出名录", EntryStep.REMOVE, EnumSet.of(REMOVAL_REVIEW)),
    REFUSE_REMOVAL("不予移出", EntryStep.REFUSE_REMOVAL, EnumSet.of(REMOVAL_REVIEW)),
    EXTEND("延长列入期限", EntryStep.EXTEND, EnumSet.of(LISTED)),
    REVOKE(
            "撤销列入",
            EntryStep.REVOKE,
            EnumSet.of(
                    LISTED,
                    OBJECTION_RAISED,
                    OBJECTION_ACCEPTED,
                    REMOVAL_APPLIED,
                    REMOVAL_REVIEW,
                    EXPIRED,
                    REMOVED));

    private final String zh;
    private final EntryStep step;
    private final Set<EntryState> states;

    Resolution(String zh, EntryStep step, Set<EntryState> states) {
        this.zh = zh;
        this.step = step;
        this.states = states;
    }

    String zh() {
        return zh;
    }

    /** The step by which the second person agrees. */
    EntryStep step() {
        return step;
    }

    boolean isPossibleIn(EntryState state) {
        return states.contains(state);
    }
}
