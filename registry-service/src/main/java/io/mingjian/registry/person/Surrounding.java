package io.mingjian.registry.person;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.person.Clusters.Link;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Walks from a person over shared contacts to all who hang together with it, within bounds. */
@ApplicationScoped
class Surrounding {
    static final int MOST_PERSONS = 100;
    private static final int MOST_ROUNDS = 12;

    private final Clusters clusters;

    Surrounding(Clusters clusters) {
        this.clusters = clusters;
    }

    /**
     * Who hangs together.
     *
     * @param persons the one that was asked for in front
     * @param cut whether there is more than is shown
     */
    record Group(List<UUID> persons, List<Link> links, boolean cut) {}

    Uni<Group> of(Caller caller, UUID personId) {
        return new Walk(caller, personId).go(Set.of(personId), 0);
    }

    private final class Walk {
        private final Caller caller;
        private final Set<UUID> seen = new LinkedHashSet<>();
        private final Map<String, Link> links = new LinkedHashMap<>();

        Walk(Caller caller, UUID start) {
            this.caller = caller;
            seen.add(start);
        }

        Uni<Group> go(Set<UUID> edge, int round) {
            return clusters.beside(caller, edge)
                    .chain(
                            found -> {
                                Set<UUID> next = next(found);
                                boolean full = seen.size() >= MOST_PERSONS || round >= MOST_ROUNDS;
                                return next.isEmpty() || full
                                        ? Uni.createFrom().item(group(!next.isEmpty()))
                                        : go(next, round + 1);
                            });
        }

        private Set<UUID> next(List<Link> found) {
            found.forEach(link -> links.put(link.kind() + link.key(), link));
            Set<UUID> next = new LinkedHashSet<>();
            found.stream()
                    .map(Link::persons)
                    .flatMap(Collection::stream)
                    .filter(seen::add)
                    .forEach(next::add);
            return next;
        }

        private Group group(boolean cut) {
            List<UUID> shown = seen.stream().limit(MOST_PERSONS).toList();
            return new Group(shown, List.copyOf(links.values()), cut || seen.size() > shown.size());
        }
    }
}
