package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.detection.analysis.PicturePrints.Place;
import io.mingjian.detection.analysis.PicturePrints.Row;
import io.mingjian.detection.reuse.HashIndex;
import io.mingjian.detection.reuse.ReuseMatch;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final PicturePrints prints;
    private final HashIndex index = new HashIndex();
    private final ReuseSearch search = new ReuseSearch(index);
    private long position;
    private volatile boolean loaded;
    private volatile boolean stopped;

    ReuseIndex(PicturePrints prints, MeterRegistry metrics) {
        this.prints = prints;
        metrics.gauge("mingjian_reuse_index_pictures", index, HashIndex::size);
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
    synchronized void catchUp() {
        List<Row> batch;
        do {
            long from = position;
            batch = Blocking.session(() -> prints.after(from, BATCH));
            for (Row row : batch) {
                index.add(row.evidenceId(), row.print());
                position = row.seq();
            }
        } while (batch.size() == BATCH);
    }

    /**
     * Gives a picture its place and finds what shows the same before it, the closest first.
     *
     * @param print empty when only equal files can be found
     */
    List<Sighting> register(UUID evidenceId, String sha256, Optional<ReusePrint> print) {
        long seq = Blocking.transaction(() -> prints.register(evidenceId, sha256, print));
        catchUp();
        List<Sighting> sightings = new ArrayList<>(copies(sha256, seq));
        Set<UUID> known =
                sightings.stream()
                        .map(Sighting::evidenceId)
                        .collect(Collectors.toCollection(HashSet::new));
        for (Sighting alike : print.map(p -> alike(p, seq)).orElse(List.of())) {
            if (known.add(alike.evidenceId())) {
                sightings.add(alike);
            }
        }
        return sightings.stream().limit(MOST_SIGHTINGS).toList();
    }

    private List<Sighting> copies(String sha256, long seq) {
        return Blocking.session(() -> prints.earlierCopies(sha256, seq, MOST_SIGHTINGS)).stream()
                .map(place -> new Sighting(place.evidenceId(), Sighting.Kind.IDENTICAL_FILE, 0, 1))
                .toList();
    }

    private List<Sighting> alike(ReusePrint print, long seq) {
        List<Hit> hits = search.find(print, id -> Blocking.session(() -> prints.find(id)));
        if (hits.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = hits.stream().map(Hit::picture).toList();
        Set<UUID> earlier =
                Blocking.session(() -> prints.earlier(ids, seq)).stream()
                        .map(Place::evidenceId)
                        .collect(Collectors.toUnmodifiableSet());
        return hits.stream()
                .filter(hit -> earlier.contains(hit.picture()))
                .map(hit -> sighting(hit.picture(), hit.match()))
                .toList();
    }

    private static Sighting sighting(UUID evidenceId, ReuseMatch match) {
        Sighting.Kind kind =
                switch (match.kind()) {
                    case SAME_PICTURE -> Sighting.Kind.SAME_PICTURE;
                    case CROPPED -> Sighting.Kind.CROPPED;
                    case TURNED -> Sighting.Kind.TURNED;
                };
        return new Sighting(evidenceId, kind, match.distance(), match.agreement());
    }
}
