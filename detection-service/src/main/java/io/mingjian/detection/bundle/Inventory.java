package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.ContainerReader.Entry;
import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Manifest.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The entries that lie in a container, held against those that its manifest lists. */
final class Inventory {
    private final List<Entry> found;
    private final Map<String, Entry> byName = new HashMap<>();

    Inventory(List<Entry> found) {
        this.found = found;
        found.forEach(entry -> byName.putIfAbsent(entry.name(), entry));
    }

    /** The content of an entry; null if it is missing or was not kept. */
    byte @Nullable [] bytes(String name) {
        Entry entry = byName.get(name);
        return entry == null ? null : entry.bytes();
    }

    /** Of an entry as it lies in the file; null if it is missing. */
    @Nullable Hashes hashes(String name) {
        Entry entry = byName.get(name);
        return entry == null ? null : entry.hashes();
    }

    List<Flaw> flaws(Manifest manifest) {
        List<Flaw> flaws = new ArrayList<>();
        if (!manifest.items().stream().map(Item::name).toList().equals(manifest.expectedItems())) {
            flaws.add(Flaw.of(Kind.MANIFEST, BundleNames.MANIFEST, "清单所列条目与清单所列证据不对应"));
        }
        flaws.addAll(names(manifest.expectedNames()));
        found.stream()
                .filter(entry -> entry.bytes() == null && !BundleNames.isOriginal(entry.name()))
                .forEach(
                        entry ->
                                flaws.add(Flaw.of(Kind.CONTENT, shown(entry.name()), "条目过大，无法核对")));
        for (Item item : manifest.items()) {
            Hashes hashes = hashes(item.name());
            if (hashes != null && !hashes.equals(item.hashes())) {
                flaws.add(Flaw.of(Kind.CONTENT, shown(item.name()), "内容的大小或哈希值（SHA-256、SM3）与清单不符"));
            }
        }
        return flaws;
    }

    /** Entries there must be, in their order, and no others. */
    private List<Flaw> names(List<String> expected) {
        List<Flaw> flaws = new ArrayList<>();
        List<String> actual = found.stream().map(Entry::name).toList();
        Set<String> missing = new TreeSet<>(expected);
        actual.forEach(missing::remove);
        missing.forEach(name -> flaws.add(Flaw.of(Kind.MISSING, shown(name), "包内没有该条目")));
        Set<String> unexpected = new TreeSet<>(actual);
        expected.forEach(unexpected::remove);
        unexpected.forEach(name -> flaws.add(Flaw.of(Kind.UNEXPECTED, shown(name), "清单没有该条目")));
        for (int i = 0; flaws.isEmpty() && i < Math.min(expected.size(), actual.size()); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                flaws.add(Flaw.of(Kind.CONTAINER, shown(actual.get(i)), "条目次序与清单不符"));
            }
        }
        if (flaws.isEmpty() && expected.size() != actual.size()) {
            flaws.add(Flaw.of(Kind.CONTAINER, null, "条目的个数与清单不符"));
        }
        return flaws;
    }

    /** Foreign text must not move the cursor of a terminal. */
    static String shown(String name) {
        String clean = name.replaceAll("[^\\x21-\\x7e]", "?");
        return clean.length() <= ContainerForm.LONGEST_NAME
                ? clean
                : clean.substring(0, ContainerForm.LONGEST_NAME);
    }
}
