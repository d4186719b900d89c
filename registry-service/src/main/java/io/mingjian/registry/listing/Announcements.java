package io.mingjian.registry.listing;

import io.mingjian.contracts.EventType;
import java.util.Map;

/** As what each step is announced; a step without a row is announced as an advance. */
final class Announcements {
    private static final Map<EntryStep, EventType> TYPES =
            Map.ofEntries(
                    Map.entry(EntryStep.BEGIN_REVIEW, EventType.CANDIDATE_UNDER_REVIEW),
                    Map.entry(EntryStep.DISMISS, EventType.CANDIDATE_DISMISSED),
                    Map.entry(EntryStep.SERVE_NOTICE, EventType.LISTING_NOTICED),
                    Map.entry(EntryStep.LIST, EventType.LISTING_LISTED),
                    Map.entry(EntryStep.NOT_LIST, EventType.LISTING_NOT_LISTED),
                    Map.entry(EntryStep.OBJECT, EventType.LISTING_OBJECTED),
                    Map.entry(EntryStep.STAY, EventType.LISTING_STAYED),
                    Map.entry(EntryStep.END_STAY, EventType.LISTING_STAY_ENDED),
                    Map.entry(EntryStep.EXTEND, EventType.LISTING_EXTENDED),
                    Map.entry(EntryStep.EXPIRE, EventType.LISTING_EXPIRED),
                    Map.entry(EntryStep.REMOVE, EventType.LISTING_REMOVED),
                    Map.entry(EntryStep.UPHOLD_OBJECTION, EventType.LISTING_REVOKED),
                    Map.entry(EntryStep.REVOKE, EventType.LISTING_REVOKED));

    private Announcements() {}

    static EventType of(EntryStep step) {
        return TYPES.getOrDefault(step, EventType.LISTING_ADVANCED);
    }
}
