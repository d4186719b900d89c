package io.mingjian.detection.analysis;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.detection.bank.Bank;
import io.mingjian.detection.bank.BankPrints;
import io.mingjian.detection.bank.BankPrints.Row;
import io.mingjian.detection.bank.BankSighting;
import io.mingjian.detection.bank.Likeness;
import io.mingjian.detection.bank.Within;
import io.mingjian.detection.reuse.MemoryIndex;
import io.mingjian.detection.reuse.PictureGist;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The search over all banks, in the memory of this replica and kept current from their table.
 *
 * <p>A picture is searched for here after its own print has its place, and a new entry is searched
 * for among evidence after it was committed; so of an upload and an entry at the same moment one
 * finds the other. Entries that have ended stay in memory until the next start; which of them still
 * match is decided when their prints are loaded. Each bank has an index of its own, so that many
 * pictures in one leave none of another unlooked at. All methods block.
 */
@ApplicationScoped
class BankIndex {
    private static final Logger LOG = Logger.getLogger(BankIndex.class);
    private static final int BATCH = 500;

    private final BankPrints prints;
    private final Map<Bank, MemoryIndex> indexes = new EnumMap<>(Bank.class);
    private long position;

    BankIndex(BankPrints prints, MeterRegistry metrics) {
        this.prints = prints;
        for (Bank bank : Bank.values()) {
            indexes.put(bank, new MemoryIndex());
        }
        metrics.gauge("mingjian_bank_index_pictures", this, BankIndex::size);
    }

    private int size() {
        return indexes.values().stream().mapToInt(MemoryIndex::size).sum();
    }

    /** Reads what the table holds beyond this replica's position. */
    private synchronized void catchUp() {
        List<Row> batch;
        do {
            long from = position;
            batch = Blocking.session(() -> prints.after(from, BATCH));
            for (Row row : batch) {
                gist(row)
                        .ifPresent(
                                gist ->
                                        Objects.requireNonNull(indexes.get(row.bank()))
                                                .add(row.entryId(), gist));
                position = row.seq();
            }
        } while (batch.size() == BATCH);
    }

    private Optional<PictureGist> gist(Row row) {
        byte[] stored = row.gist();
        try {
            if (stored != null && PictureGist.isCurrent(stored)) {
                return Optional.of(PictureGist.fromBytes(stored));
            }
            List<UUID> id = List.of(row.entryId());
            return Blocking.session(() -> prints.find(id)).values().stream()
                    .map(ReusePrint::gist)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            LOG.errorf("print of bank entry %s is left out: %s", row.entryId(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The entries that a picture shows, the very same files first. Of an entry that several
     * pictures of a film or a document show, the closest likeness: one of them may show the entry
     * itself and another one only its background.
     *
     * @param shown empty when only equal files can be found; several of a film or a document
     */
    List<BankSighting> search(String sha256, List<Shown> shown) {
        List<BankSighting> found =
                new ArrayList<>(
                        Blocking.session(() -> prints.copies(sha256)).stream()
                                .map(BankSighting::copy)
                                .toList());
        Set<UUID> known = new HashSet<>(found.stream().map(BankSighting::other).toList());
        shown.stream()
                .flatMap(each -> alike(each.print()).stream().map(hit -> new Seen(each, hit)))
                .sorted(Comparator.comparing(Seen::hit, Hit.CLOSEST_FIRST))
                .filter(seen -> known.add(seen.hit().picture()))
                .forEach(seen -> found.add(seen.sighting()));
        return found;
    }

    /**
     * Those of several pictures of a piece that are shown everywhere, by what is known now. Of one
     * picture nobody has to ask.
     */
    Set<Shown> common(List<Shown> shown) {
        if (shown.size() < 2) {
            return Set.of();
        }
        catchUp();
        MemoryIndex common = Objects.requireNonNull(indexes.get(Bank.COMMON));
        return shown.stream()
                .filter(each -> find(common, each.print()).stream().anyMatch(BankIndex::isWhole))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isWhole(Hit hit) {
        return Likeness.of(hit.match().kind()) == Likeness.SAME_PICTURE;
    }

    /** An entry that one picture of a piece shows. */
    private record Seen(Shown shown, Hit hit) {
        private BankSighting sighting() {
            return BankIndex.sighting(hit.picture(), hit, Within.of(shown.second(), shown.place()));
        }
    }

    private List<Hit> alike(ReusePrint print) {
        catchUp();
        return indexes.values().stream()
                .filter(index -> index.size() > 0)
                .flatMap(index -> find(index, print).stream())
                .toList();
    }

    private List<Hit> find(MemoryIndex index, ReusePrint print) {
        return new ReuseSearch(index).find(print, ids -> Blocking.session(() -> prints.find(ids)));
    }

    static BankSighting sighting(UUID other, Hit hit, Optional<Within> within) {
        return new BankSighting(
                other,
                Likeness.of(hit.match().kind()),
                hit.match().distance(),
                hit.match().agreement(),
                within);
    }
}
