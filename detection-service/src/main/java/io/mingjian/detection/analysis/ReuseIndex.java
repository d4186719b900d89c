package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.detection.analysis.PicturePrints.Places;
import io.mingjian.detection.analysis.PicturePrints.Row;
import io.mingjian.detection.analysis.PicturePrints.Stored;
import io.mingjian.detection.bank.BankPrints.Query;
import io.mingjian.detection.bank.BankSighting;
import io.mingjian.detection.bank.Within;
import io.mingjian.detection.reuse.MemoryIndex;
import io.mingjian.detection.reuse.PictureGist;
import io.mingjian.detection.reuse.PictureIndex;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The search over all evidence of all parties, in the memory of this replica and kept current from
 * the table of prints.
 *
 * <p>Two uploads of one picture at the same moment on two replicas still find each other: a print
 * gets its place first and is searched for afterwards, against everything that stands before it. So
 * of every pair it is the later one that finds the earlier, whoever ran first. All methods block.
 */
@ApplicationScoped
class ReuseIndex {
    /** Most earlier pictures told of one picture; more would change nothing. */
    static final int MOST_SIGHTINGS = 100;

    private static final Logger LOG = Logger.getLogger(ReuseIndex.class);
    private static final int BATCH = 500;

    /** Most evidence that is looked at for one entry of a bank. */
    private static final int MOST_OF_AN_ENTRY = 500;

    private final PicturePrints prints;
    private volatile Filling current = new Filling(new MemoryIndex());
    private volatile boolean loaded;
    private volatile boolean stopped;

    ReuseIndex(PicturePrints prints, MeterRegistry metrics) {
        this.prints = prints;
        metrics.gauge("mingjian_reuse_index_pictures", this, ReuseIndex::size);
    }

    /** An index and how far into the table it has been filled. */
    private final class Filling {
        private final PictureIndex index;
        private long position;

        private Filling(PictureIndex index) {
            this.index = index;
        }

        /** Reads what the table holds beyond the position. */
        private synchronized void catchUp() {
            List<Row> batch;
            do {
                long from = position;
                batch = Blocking.session(() -> prints.after(from, BATCH));
                for (Row row : batch) {
                    gist(row).ifPresent(gist -> index.add(name(row.seq()), gist));
                    position = row.seq();
                }
            } while (batch.size() == BATCH && !stopped);
        }
    }

    int size() {
        return current.index.size();
    }

    void start(@Observes StartupEvent event) {
        Thread loader = new Thread(this::load, "reuse-index-load");
        loader.setDaemon(true);
        loader.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** True when everything that was stored at start has been read. */
    boolean isLoaded() {
        return loaded;
    }

    /** Keeps up with what other replicas store; also repeats the first load if that failed. */
    @Scheduled(
            every = "${mingjian.reuse.poll}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void load() {
        if (stopped) {
            return;
        }
        try {
            catchUp();
            loaded = true;
        } catch (RuntimeException e) {
            LOG.warnf("reuse index is behind, will try again: %s", e.toString());
        }
    }

    /** Reads what the table holds beyond this replica's position. */
    void catchUp() {
        current.catchUp();
    }

    /**
     * Fills a new index while the present one goes on answering, and puts it in its place: drops
     * what the table no longer holds and gives back what growing lists have wasted. For the time of
     * it both are in memory.
     */
    @Scheduled(
            every = "${mingjian.reuse.rebuild}",
            delayed = "${mingjian.reuse.rebuild}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void rebuild() {
        if (stopped || !loaded) {
            return;
        }
        Filling fresh = new Filling(new MemoryIndex());
        fresh.catchUp();
        if (!stopped) {
            current = fresh;
        }
    }

    /**
     * As stored, or made anew from the print where it was stored by an older version; then it is
     * kept, so that this happens once. A print that cannot be read is left out and told of.
     */
    private Optional<PictureGist> gist(Row row) {
        byte[] stored = row.gist();
        try {
            if (stored != null && PictureGist.isCurrent(stored)) {
                return Optional.of(PictureGist.fromBytes(stored));
            }
            List<Long> place = List.of(row.seq());
            Optional<PictureGist> gist =
                    Blocking.session(() -> prints.at(place)).stream()
                            .map(found -> found.print().gist())
                            .findFirst();
            gist.ifPresent(made -> Blocking.transaction(() -> prints.keep(row.seq(), made)));
            return gist;
        } catch (IllegalArgumentException e) {
            LOG.errorf("print of evidence %s is left out: %s", row.evidenceId(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Gives a picture, film or document its place and finds what shows the same before it, the
     * closest first.
     *
     * @param shown empty when only equal files can be found; several of a film or a document
     * @param common those of several that are shown everywhere; a likeness by another one is told
     *     rather
     */
    List<Sighting> register(UUID evidenceId, String sha256, List<Shown> shown, Set<Shown> common) {
        Places places = Blocking.transaction(() -> prints.register(evidenceId, sha256, shown));
        Filling now = current;
        now.catchUp();
        Map<UUID, Sighting> sightings = new LinkedHashMap<>();
        copies(sha256, places.file(), shown.size())
                .forEach(copy -> sightings.put(copy.evidenceId(), copy));
        List<Alike> alike =
                shown.stream()
                        .flatMap(each -> alike(now, each, places.prints()).stream())
                        .sorted(
                                Comparator.comparing((Alike each) -> common.contains(each.own()))
                                        .thenComparing(Alike::sighting, Sighting.CLOSEST_FIRST))
                        .toList();
        alike.forEach(each -> sightings.putIfAbsent(each.evidenceId(), each.sighting()));
        return sightings.values().stream()
                .limit(MOST_SIGHTINGS)
                .map(each -> sharing(each, shown, alike))
                .toList();
    }

    /**
     * With how many different pictures the two have in common. The search proposes the closest for
     * each picture and no more, so that of a picture which many show it may leave this one out.
     */
    private Sighting sharing(Sighting sighting, List<Shown> shown, List<Alike> alike) {
        if (shown.size() < 2 || sighting.kind() == Sighting.Kind.IDENTICAL_FILE) {
            return sighting;
        }
        List<UUID> other = List.of(sighting.evidenceId());
        List<Stored> theirs = Blocking.session(() -> prints.of(other));
        return sighting.sharing(Alike.shared(shown, theirs, alike));
    }

    /** All evidence that shows the picture of a bank's entry, or its background. */
    List<BankSighting> search(Query entry) {
        Filling now = current;
        now.catchUp();
        Map<UUID, BankSighting> found = new LinkedHashMap<>();
        for (UUID copy : Blocking.session(() -> prints.copies(entry.sha256()))) {
            found.put(copy, BankSighting.copy(copy));
        }
        entry.print()
                .ifPresent(
                        print ->
                                all(now, print)
                                        .forEach(each -> found.putIfAbsent(each.other(), each)));
        return List.copyOf(found.values());
    }

    private List<BankSighting> all(Filling now, ReusePrint print) {
        Map<UUID, Stored> stored = new HashMap<>();
        List<Hit> hits =
                new ReuseSearch(now.index)
                        .find(
                                print,
                                MOST_OF_AN_ENTRY,
                                names -> load(names, Long.MAX_VALUE, stored));
        return hits.stream().map(hit -> sighting(at(stored, hit), hit)).toList();
    }

    /**
     * Equal files, which have all pictures in common.
     *
     * @param pictures how many that are
     */
    private List<Sighting> copies(String sha256, long seq, int pictures) {
        return Blocking.session(() -> prints.earlierCopies(sha256, seq, MOST_SIGHTINGS)).stream()
                .map(place -> Sighting.copy(place.evidenceId()).sharing(Math.max(1, pictures)))
                .toList();
    }

    /**
     * What stood there before. Pictures of the same background are other pictures: nobody is told
     * of them here.
     */
    private List<Alike> alike(Filling now, Shown shown, long seq) {
        Map<UUID, Stored> earlier = new HashMap<>();
        List<Hit> hits =
                new ReuseSearch(now.index).find(shown.print(), names -> load(names, seq, earlier));
        return hits.stream()
                .filter(hit -> hit.match().kind().isSamePicture())
                .map(hit -> alike(at(earlier, hit), shown, hit))
                .toList();
    }

    /** The prints that stand before a place; whose they are is noted. */
    private Map<UUID, ReusePrint> load(List<UUID> names, long before, Map<UUID, Stored> into) {
        List<Long> places =
                names.stream()
                        .map(UUID::getLeastSignificantBits)
                        .filter(place -> place < before)
                        .toList();
        Map<UUID, ReusePrint> loaded = new HashMap<>();
        for (Stored stored : Blocking.session(() -> prints.at(places))) {
            into.put(name(stored.seq()), stored);
            loaded.put(name(stored.seq()), stored.print());
        }
        return loaded;
    }

    private static Stored at(Map<UUID, Stored> loaded, Hit hit) {
        return Objects.requireNonNull(loaded.get(hit.picture()));
    }

    private static BankSighting sighting(Stored stored, Hit hit) {
        return BankIndex.sighting(
                stored.evidenceId(), hit, Within.of(stored.second(), stored.place()));
    }

    /** Prints are named in the index by their place. */
    private static UUID name(long seq) {
        return new UUID(0, seq);
    }

    private static Alike alike(Stored stored, Shown shown, Hit hit) {
        Spots spots = new Spots(shown.second(), stored.second(), shown.place(), stored.place());
        return new Alike(
                shown, stored.seq(), Sighting.of(stored.evidenceId(), hit.match()).at(spots));
    }
}
