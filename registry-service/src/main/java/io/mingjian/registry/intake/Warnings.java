package io.mingjian.registry.intake;

import java.util.ArrayList;
import java.util.List;

/** Collects what an officer should look at again; nothing here refuses a filing. */
final class Warnings {
    private final List<Warning> all = new ArrayList<>();

    void add(String pointer, String code, String zh) {
        all.add(new Warning(pointer, code, zh));
    }

    List<Warning> list() {
        return List.copyOf(all);
    }
}
