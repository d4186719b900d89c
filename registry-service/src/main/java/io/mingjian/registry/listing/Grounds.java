package io.mingjian.registry.listing;

import java.util.List;
import java.util.stream.Stream;

/** What speaks for a listing; as it is stored. */
record Grounds(List<Ground> list) {
    Grounds {
        list = List.copyOf(list);
    }

    /** With those that say something new: another criterion, version or level. */
    Grounds and(List<Ground> more) {
        return new Grounds(
                Stream.concat(
                                list.stream(),
                                more.stream()
                                        .filter(
                                                each ->
                                                        list.stream()
                                                                .noneMatch(each::saysTheSameAs)))
                        .toList());
    }
}
