package io.mingjian.registry.person;

import static java.util.Comparator.comparing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.registry.filer.ContactKind;
import io.mingjian.registry.filer.Persons.Person;
import io.mingjian.registry.person.Clusters.Cluster;
import io.mingjian.registry.person.Clusters.Link;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Counts every night who hangs together by shared contacts. It only reads until the end, where all
 * is replaced at once; two replicas that count at the same time come to the same.
 */
@ApplicationScoped
class ClusterCount {
    private static final Caller MACHINE = Caller.machine("registry");
    private static final int AT_ONCE = 5000;
    private static final int MOST = 200;

    private final Clusters clusters;
    private final UnitOfWork units;

    ClusterCount(Clusters clusters, UnitOfWork units) {
        this.clusters = clusters;
        this.units = units;
    }

    @Scheduled(
            cron = "{mingjian.clusters.at}",
            timeZone = "Asia/Shanghai",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return new Tally()
                .after("", "")
                .chain(
                        found ->
                                units.inTransaction(
                                        () -> clusters.replace(MACHINE, found.largest())));
    }

    private final class Tally {
        private final Components<UUID> components = new Components<>();
        private final Map<UUID, EnumSet<ContactKind>> kinds = new HashMap<>();
        private final Map<UUID, Integer> contacts = new HashMap<>();

        Uni<Tally> after(String kind, String key) {
            return units.inSession(() -> clusters.sharedAfter(MACHINE, kind, key, AT_ONCE))
                    .chain(
                            found -> {
                                found.forEach(this::join);
                                if (found.size() < AT_ONCE) {
                                    return Uni.createFrom().item(this);
                                }
                                Link last = found.get(found.size() - 1);
                                return after(last.kind().name(), last.key());
                            });
        }

        /** The contact is written down with its first person, who stays in the same group. */
        private void join(Link link) {
            UUID first = link.persons().get(0);
            link.persons().forEach(person -> components.join(first, person));
            kinds.computeIfAbsent(first, any -> EnumSet.noneOf(ContactKind.class)).add(link.kind());
            contacts.merge(first, 1, Integer::sum);
        }

        List<Cluster> largest() {
            return components.all().stream()
                    .sorted(comparing((Set<UUID> group) -> group.size()).reversed())
                    .limit(MOST)
                    .map(this::cluster)
                    .toList();
        }

        private Cluster cluster(Collection<UUID> group) {
            EnumSet<ContactKind> all = EnumSet.noneOf(ContactKind.class);
            int links = 0;
            for (UUID person : group) {
                all.addAll(kinds.getOrDefault(person, EnumSet.noneOf(ContactKind.class)));
                links += contacts.getOrDefault(person, 0);
            }
            String names = all.stream().map(Enum::name).collect(Collectors.joining(","));
            return new Cluster(Person.of(group).id(), group.size(), links, names);
        }
    }
}
