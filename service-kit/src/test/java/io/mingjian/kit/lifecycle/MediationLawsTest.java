package io.mingjian.kit.lifecycle;

import io.mingjian.kit.testing.LifecycleLaws;
import java.util.Set;

/** The right table keeps every law. */
class MediationLawsTest extends LifecycleLaws<Mediation.State, Mediation.Step> {
    @Override
    protected Lifecycle<Mediation.State, Mediation.Step> lifecycle() {
        return Mediation.TABLE;
    }

    @Override
    protected Set<Mediation.State> endsOfRight() {
        return Mediation.endsOfRight();
    }
}
