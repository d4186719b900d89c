package io.mingjian.monitoring.wrong;

import io.mingjian.registry.fake.SomethingOfTheRegistry;

/** Wrong on purpose: services talk by events and APIs. */
final class KnowsTheRegistry {
    String name() {
        return SomethingOfTheRegistry.name();
    }
}
