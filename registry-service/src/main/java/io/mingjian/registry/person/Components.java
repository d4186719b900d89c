package io.mingjian.registry.person;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What hangs together: sets that grow as connections are named (union by size, halved paths). */
final class Components<T> {
    private final Map<T, Integer> places = new LinkedHashMap<>();
    private int[] above = new int[16];
    private int[] sizes = new int[16];

    /** Names something that may stay alone. */
    void add(T one) {
        place(one);
    }

    /** Names a connection. */
    void join(T one, T other) {
        int top = top(place(one));
        int otherTop = top(place(other));
        if (top == otherTop) {
            return;
        }
        int under = sizes[top] < sizes[otherTop] ? top : otherTop;
        int over = under == top ? otherTop : top;
        above[under] = over;
        sizes[over] += sizes[under];
    }

    /** All sets, each in the order in which its members were named. */
    Collection<Set<T>> all() {
        Map<Integer, Set<T>> found = new LinkedHashMap<>();
        places.forEach(
                (each, place) ->
                        found.computeIfAbsent(top(place), top -> new LinkedHashSet<>()).add(each));
        return found.values();
    }

    private int place(T one) {
        return places.computeIfAbsent(one, fresh -> alone(places.size()));
    }

    private int alone(int place) {
        if (place == above.length) {
            above = Arrays.copyOf(above, 2 * place);
            sizes = Arrays.copyOf(sizes, 2 * place);
        }
        above[place] = place;
        sizes[place] = 1;
        return place;
    }

    private int top(int place) {
        int at = place;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }
}
