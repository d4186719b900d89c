package io.mingjian.detection.checking;

import io.mingjian.detection.reuse.MemoryIndex;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Prints of files by number: gists in memory, the rest on a shelf. A film or a document may have
 * several.
 */
final class Prints {
    private final Shelf shelf;
    private final MemoryIndex index = new MemoryIndex();
    private final ReuseSearch search = new ReuseSearch(index);
    private final Map<UUID, Integer> places = new HashMap<>();

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

    void add(int number, ReusePrint print) {
        UUID name = name(number);
        for (long further = 1; places.containsKey(name); further++) {
            name = new UUID(further, number);
        }
        places.put(name, shelf.put(print.toBytes()));
        index.add(name, print.gist());
    }

    /** What shows the same, or the same background, among those that were added. */
    List<Hit> find(ReusePrint print) {
        return search.find(print, this::load);
    }

    private Map<UUID, ReusePrint> load(List<UUID> names) {
        Map<UUID, ReusePrint> prints = new HashMap<>();
        for (UUID name : names) {
            Integer place = places.get(name);
            if (place != null) {
                prints.put(name, ReusePrint.fromBytes(shelf.get(place)));
            }
        }
        return prints;
    }
}
