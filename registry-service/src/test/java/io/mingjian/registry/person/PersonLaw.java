package io.mingjian.registry.person;

import io.mingjian.kit.lifecycle.Lifecycle;

/** What merging filers stands on. */
public final class PersonLaw {
    public static final Lifecycle<?, ?> PROCEDURE = MergeLifecycle.TABLE;

    private PersonLaw() {}
}
