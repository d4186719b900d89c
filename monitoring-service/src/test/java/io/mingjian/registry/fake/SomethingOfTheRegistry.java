package io.mingjian.registry.fake;

/** Stands for a class of another service. */
public final class SomethingOfTheRegistry {
    private SomethingOfTheRegistry() {}

    public static String name() {
        return "registry";
    }
}
