package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.Shown;
import io.mingjian.detection.analysis.Spots;
import io.mingjian.detection.reuse.MemoryIndex;
import io.mingjian.detection.reuse.ReuseMatch;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prints of files by number: gists and where they stand in memory, the rest on a shelf. A film or a
 * document may have several.
 */
final class Prints {
    private final Shelf shelf;
    private final MemoryIndex index = new MemoryIndex();
    private final ReuseSearch search = new ReuseSearch(index);
    private final Map<UUID, Kept> kept = new HashMap<>();

    /** One print of a file. */
    private record Kept(int onShelf, @Nullable Double second, @Nullable String place) {}

    /** A file one of whose prints shows what was looked for, or the same background. */
    record Hit(int number, ReuseMatch match, Spots spots) {}

    Prints(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The name under which the file of this number is found. */
    static UUID name(int number) {
        return new UUID(0, number);
    }

    /** Of a file, or of any of its prints. */
    static int number(UUID name) {
        return (int) name.getLeastSignificantBits();
    }

    void add(int number, Shown shown) {
        UUID name = name(number);
        for (long further = 1; kept.containsKey(name); further++) {
            name = new UUID(further, number);
        }
        int onShelf = shelf.put(shown.print().toBytes());
        kept.put(name, new Kept(onShelf, shown.second(), shown.place()));
        index.add(name, shown.print().gist());
    }

    /** What shows the same, or the same background, among those that were added. */
    List<Hit> find(Shown shown) {
        return search.find(shown.print(), this::load).stream()
                .map(found -> hit(shown, found))
                .toList();
    }

    private Hit hit(Shown shown, ReuseSearch.Hit found) {
        Kept other = Objects.requireNonNull(kept.get(found.picture()));
        return new Hit(
                number(found.picture()),
                found.match(),
                new Spots(shown.second(), other.second(), shown.place(), other.place()));
    }

    private Map<UUID, ReusePrint> load(List<UUID> names) {
        Map<UUID, ReusePrint> prints = new HashMap<>();
        for (UUID name : names) {
            Kept known = kept.get(name);
            if (known != null) {
                prints.put(name, ReusePrint.fromBytes(shelf.get(known.onShelf())));
            }
        }
        return prints;
    }
}
