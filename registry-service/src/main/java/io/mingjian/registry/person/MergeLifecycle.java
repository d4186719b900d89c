package io.mingjian.registry.person;

import static io.mingjian.kit.lifecycle.Actor.HEAD;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.registry.person.MergeState.ACTIVE;
import static io.mingjian.registry.person.MergeState.DISMISSED;
import static io.mingjian.registry.person.MergeState.PROPOSED;
import static io.mingjian.registry.person.MergeState.UNDONE;
import static io.mingjian.registry.person.MergeStep.DISMISS;
import static io.mingjian.registry.person.MergeStep.MERGE;
import static io.mingjian.registry.person.MergeStep.SEPARATE;

import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import java.util.EnumSet;

/** Merging two filers; every step is a person's. Who was separated may be merged anew. */
final class MergeLifecycle {
    private static final By SENIOR = REVIEWER.or(HEAD);

    // spotless:off
    static final Lifecycle<MergeState, MergeStep> TABLE = Lifecycle.of("filer-merge", PROPOSED, EnumSet.of(DISMISSED, UNDONE),
        //  from      step      to         by      reasons   clocks  article
        row(PROPOSED, MERGE,    ACTIVE,    SENIOR, REQUIRED, none(), "[assumption] Order 121 Art 17(b), (d) presuppose it; no text says how"),
        row(PROPOSED, DISMISS,  DISMISSED, SENIOR, REQUIRED, none(), "[assumption] no text found"),
        row(ACTIVE,   SEPARATE, UNDONE,    SENIOR, REQUIRED, none(), "[assumption] PIPL Art 46: what is wrong is corrected"));
    // spotless:on

    private MergeLifecycle() {}
}
