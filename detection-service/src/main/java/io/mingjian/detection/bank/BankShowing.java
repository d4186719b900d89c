package io.mingjian.detection.bank;

import io.mingjian.detection.bank.BankViews.ActView;
import io.mingjian.detection.bank.BankViews.Detail;
import io.mingjian.detection.bank.BankViews.EntryView;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as a reader may see them; evidence is named only where the reader may see that too. */
@ApplicationScoped
class BankShowing {
    private static final int MOST_EVIDENCE = 100;

    private final BankEntries entries;
    private final BankMatches matches;
    private final Pieces pieces;

    BankShowing(BankEntries entries, BankMatches matches, Pieces pieces) {
        this.entries = entries;
        this.matches = matches;
        this.pieces = pieces;
    }

    Uni<EntryView> view(BankEntry entry, Caller reader) {
        return matches.evidenceOf(entry.id(), MOST_EVIDENCE)
                .chain(found -> seen(entry, reader, found))
                .chain(
                        seen ->
                                entries.acts(entry.id())
                                        .map(acts -> detail(entry, reader, seen, acts)))
                .chain(
                        detail ->
                                matches.counts(List.of(entry.id()))
                                        .map(
                                                counts ->
                                                        EntryView.of(
                                                                entry,
                                                                reader,
                                                                counts.getOrDefault(entry.id(), 0),
                                                                detail)));
    }

    private Uni<Set<UUID>> seen(BankEntry entry, Caller reader, List<UUID> found) {
        return pieces.seenBy(
                        reader,
                        Stream.concat(found.stream(), entry.evidenceId().stream())
                                .distinct()
                                .toList())
                .map(seen -> seen.stream().map(Piece::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** What another organisation's people wrote of their entry stays with them. */
    private static Detail detail(
            BankEntry entry, Caller reader, Set<UUID> seen, List<EntryAct> acts) {
        return new Detail(
                entry.evidenceId().filter(seen::contains).orElse(null),
                seen.stream().sorted().toList(),
                acts.stream()
                        .filter(
                                act ->
                                        entry.isKeptBy(reader)
                                                || !act.organisation().equals(entry.organisation()))
                        .map(act -> reader.isCity() ? act : act.withoutFigures())
                        .map(ActView::of)
                        .toList());
    }

    Uni<List<EntryView>> views(List<BankEntry> found, Caller reader) {
        return matches.counts(found.stream().map(BankEntry::id).toList())
                .map(
                        counts ->
                                found.stream()
                                        .map(
                                                entry ->
                                                        EntryView.of(
                                                                entry,
                                                                reader,
                                                                counts.getOrDefault(entry.id(), 0),
                                                                null))
                                        .toList());
    }
}
