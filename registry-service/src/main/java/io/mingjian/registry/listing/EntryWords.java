package io.mingjian.registry.listing;

import io.mingjian.registry.procedure.TakenStep;
import java.util.List;

/** The log of an entry in words; it keeps codes. */
final class EntryWords {
    private EntryWords() {}

    static TakenStep of(TakenStep taken) {
        return taken.inWords(EntryStep.valueOf(taken.step()).zh(), null, List.of());
    }
}
