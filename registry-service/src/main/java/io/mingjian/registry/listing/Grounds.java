package io.mingjian.registry.listing;

import java.util.List;

/** All that speaks for one listing; as it is stored. */
record Grounds(List<Ground> list) {
    Grounds {
        list = List.copyOf(list);
    }
}
