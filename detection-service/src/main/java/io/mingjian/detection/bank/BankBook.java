package io.mingjian.detection.bank;

import io.mingjian.detection.bank.BankMatches.Untold;
import io.mingjian.detection.bank.BankRules.Wanted;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The face that this room shows to the analysis. Every method runs inside the caller's transaction
 * or session.
 */
@ApplicationScoped
public class BankBook {
    private static final Caller MACHINE = Caller.machine("detection");
    private static final int MOST_FINDS = 20;

    /**
     * A common picture covers evidence that shows it and nothing else, while it stands and for a
     * while after people decided that it is none; {@code b} is the match and {@code c} the entry.
     */
    public static final String COVERS =
            """
            b.kind in ('IDENTICAL_FILE', 'SAME_PICTURE') and c.bank = 'COMMON'
            and (c.state in ('QUARANTINED', 'ACTIVE') or c.updated_at > :rest)
            """;

    /** For so long one waits for the search for a new common picture. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final BankEntries entries;
    private final BankMatches matches;
    private final BankKeeping keeping;
    private final EvidencePrints evidencePrints;
    private final EvidenceWork work;

    BankBook(
            BankEntries entries,
            BankMatches matches,
            BankKeeping keeping,
            EvidencePrints evidencePrints,
            EvidenceWork work) {
        this.entries = entries;
        this.matches = matches;
        this.keeping = keeping;
        this.evidencePrints = evidencePrints;
        this.work = work;
    }

    /**
     * Keeps which entries a piece of evidence shows. Comes before {@link #weighingOn} in the same
     * transaction, so that no decision about an entry gets lost between them.
     */
    public Uni<Void> shows(UUID evidenceId, List<BankSighting> entriesSeen) {
        return matches.addOf(evidenceId, entriesSeen, keeping.now());
    }

    /** What weighs on a piece of evidence now, the closest first. */
    public Uni<BankFinds> weighingOn(UUID evidenceId) {
        return matches.of(evidenceId, MOST_FINDS);
    }

    /**
     * What is told of a piece of evidence to those who are no bureaus, the closest first; nothing
     * in it comes from the evidence of others.
     */
    public Uni<BankFinds> toldToEverybody(UUID evidenceId) {
        return matches.forEverybody(evidenceId, MOST_FINDS);
    }

    /**
     * How many common pictures this piece shows that others show too; likeness by these says
     * nothing. Those with which it has none in common are left out.
     */
    public Uni<Map<UUID, Integer>> commonWith(UUID evidenceId, Collection<UUID> others) {
        return matches.commonWith(evidenceId, others);
    }

    /** A number that grows with what everybody may be told about this evidence. */
    public Uni<Integer> changes(UUID evidenceId) {
        return matches.changes(evidenceId);
    }

    /** Entries for which earlier evidence was not searched yet. */
    public Uni<List<UUID>> unsearched(int most) {
        return entries.unsearched(most);
    }

    /**
     * Whether a common picture was put in for which earlier evidence was not searched yet, so that
     * it is not known what it covers. One that cannot be searched for does not hold up others for
     * ever.
     */
    public Uni<Boolean> awaitsCommon() {
        return entries.unsearchedCommon(keeping.now().minus(PATIENCE));
    }

    /** Keeps which earlier evidence shows an entry; it is told soon if the entry has an effect. */
    public Uni<Void> searched(UUID entryId, List<BankSighting> evidence) {
        return entries.lock(entryId)
                .map(Optional::orElseThrow)
                .chain(entry -> matches.addTo(entryId, evidence, entry.hasEffect(), keeping.now()))
                .chain(() -> entries.searched(entryId, keeping.now()));
    }

    /**
     * Sends some of the evidence whose entries have changed to be weighed anew. Nobody is told
     * whose it is: what comes of it stands in the indication.
     *
     * @return how many
     */
    public Uni<Integer> tellSome(int most) {
        return matches.untold(most)
                .chain(some -> some.map(this::tell).orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> tell(Untold untold) {
        return work.revisit(untold.evidenceIds(), MACHINE.organisation())
                .chain(() -> matches.told(untold))
                .map(done -> untold.evidenceIds().size());
    }

    /** Entries that may match too much; whether they do is for {@link #quarantineIfCrowded}. */
    public Uni<List<Crowd>> crowds(QuarantineLimits limits) {
        return matches.crowds(limits, keeping.now());
    }

    /** Those crowds of pictures that no common picture covers. */
    public Uni<List<Crowd>> uncovered(List<Crowd> crowds, QuarantineLimits limits) {
        return matches.uncovered(crowds, limits.restFrom(keeping.now()));
    }

    /**
     * Lets nobody else put anything in, or take the ground from anything, until the end of the
     * transaction.
     */
    public Uni<Void> oneAtATime() {
        return entries.oneAtATime();
    }

    /**
     * Stops an entry from weighing until people have decided, if it matches too much. The crowd was
     * counted before the lock, so a release since then is asked for under it.
     *
     * @return whether it was stopped now
     */
    public Uni<Boolean> quarantineIfCrowded(Crowd crowd, QuarantineLimits limits) {
        if (!limits.areExceededBy(crowd)) {
            return Uni.createFrom().item(false);
        }
        return entries.lock(crowd.id())
                .chain(
                        found ->
                                found.filter(
                                                entry ->
                                                        !entry.wasReleasedAfter(
                                                                limits.restFrom(keeping.now())))
                                        .filter(entry -> entry.quarantine(keeping.now()))
                                        .map(
                                                entry ->
                                                        keeping.changed(
                                                                MACHINE, entry, why(crowd, limits)))
                                        .map(done -> done.map(nothing -> true))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /**
     * Puts the picture of a piece of evidence among the common ones, quarantined, if it matches too
     * much; from then on likeness by it says nothing until people have decided.
     *
     * @return whether it was put in now
     */
    public Uni<Boolean> quarantinePictureIfCrowded(Crowd crowd, QuarantineLimits limits) {
        if (!limits.areExceededBy(crowd)) {
            return Uni.createFrom().item(false);
        }
        return crowd.within()
                .map(within -> evidencePrints.stored(crowd.id(), within))
                .orElseGet(() -> evidencePrints.stored(crowd.id()))
                .chain(
                        print ->
                                print.map(stored -> putCommon(crowd, limits, stored))
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> putCommon(
            Crowd crowd, QuarantineLimits limits, EvidencePrints.Stored print) {
        return keeping.put(
                        MACHINE,
                        MACHINE,
                        new Wanted(Bank.COMMON, "", "", Optional.empty(), ""),
                        BankPicture.ofEvidence(crowd.id(), print),
                        why(crowd, limits))
                .map(BankKeeping.Put::fresh);
    }

    private EntryAct why(Crowd crowd, QuarantineLimits limits) {
        String reasons =
                "%d 小时内在 %d 件不同事项（%d 个机构）中出现，此前 %d 天内共 %d 件；超出限额（%d 件且超过以往 %d 倍），暂停计入，待人工决定。"
                        .formatted(
                                limits.window().toHours(),
                                crowd.matters(),
                                crowd.organisations(),
                                Math.max(1, crowd.counted().toDays()),
                                crowd.former(),
                                limits.matters(),
                                limits.factor())
                        .concat(
                                crowd.within()
                                        .map(each -> "所指画面见" + each.inWords() + "。")
                                        .orElse(""));
        return EntryAct.by(EntryAct.Kind.QUARANTINED, MACHINE, reasons, keeping.now());
    }

    /**
     * What people found about a piece of evidence.
     *
     * @param restsOn what the finding rests on
     * @param reasons in their words
     * @param subject who found it; somebody else has to confirm the entry; empty if it is not known
     *     who that is, then two have to
     * @param name the same for display
     * @param organisation whose officer that is
     */
    public record Outcome(
            RestsOn restsOn, String reasons, String subject, String name, String organisation) {}

    /**
     * An entry for what people found to be generated.
     *
     * @param fresh whether it was made just now
     */
    public record Proposed(UUID entryId, boolean fresh) {}

    /**
     * Proposes a picture that people found to be generated; somebody else confirms it, or nothing
     * comes of it. What has no print of its own, a plain picture, a document or a film of several
     * scenes, is found again as the very same file. May be called again for the same evidence.
     *
     * @return what is there now; empty if the evidence has not been examined yet
     */
    public Uni<Optional<Proposed>> proposeFromOutcome(UUID evidenceId, Outcome outcome) {
        return evidencePrints
                .stored(evidenceId)
                .chain(
                        print ->
                                print.map(stored -> propose(evidenceId, stored, outcome))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Proposed>> propose(
            UUID evidenceId, EvidencePrints.Stored print, Outcome outcome) {
        Caller finder = finder(outcome);
        String grounds = grounds(outcome);
        return keeping.put(
                        finder,
                        MACHINE,
                        new Wanted(Bank.KNOWN_AI, "", "", Optional.of(outcome.restsOn()), grounds),
                        BankPicture.ofEvidence(evidenceId, print),
                        EntryAct.by(EntryAct.Kind.PROPOSED, finder, grounds, keeping.now()))
                .map(put -> Optional.of(new Proposed(put.entry().id(), put.fresh())));
    }

    private static Caller finder(Outcome outcome) {
        return new Caller(
                outcome.subject(),
                outcome.name(),
                outcome.organisation(),
                null,
                null,
                null,
                Set.of());
    }

    private static String grounds(Outcome outcome) {
        String reasons = outcome.reasons().strip();
        return reasons.substring(0, Math.min(reasons.length(), BankRules.LONGEST));
    }

    /**
     * What people found of a piece of evidence and of its copies no longer stands: what is proposed
     * by it ends, and what is in force by it stops weighing until people have decided. What people
     * put in on grounds of their own does not rest on it.
     */
    public Uni<Void> retract(UUID evidenceId) {
        return eachOf(
                evidenceId,
                (entry, ownGround) ->
                        ownGround
                                ? Uni.createFrom().voidItem()
                                : stop(entry, "作为依据的结论已撤回或者已被其他结论取代，待人工决定。"));
    }

    /**
     * Somebody found that a piece of evidence is a photograph as it was taken. Where others stand
     * by its being generated it is for people to decide between them; otherwise nothing is left
     * that an entry rests on.
     *
     * @param stillFound whether somebody's finding stands that it is generated
     */
    public Uni<Void> contradict(UUID evidenceId, Doubt found, boolean stillFound) {
        return eachOf(
                evidenceId,
                (entry, ownGround) ->
                        stillFound || ownGround
                                ? doubt(entry, found)
                                : stop(entry, "另有结论认定该图片系实际拍摄，且认定其为生成的结论已不存在，待人工决定。"));
    }

    /**
     * A finding of the contrary.
     *
     * @param outcomeId by which it is known when it is withdrawn
     */
    public record Doubt(UUID outcomeId, Outcome outcome) {}

    /**
     * A finding of the contrary was withdrawn: what it wished waits for nobody any more, unless
     * another finding says the same; then that one wishes it, so that whoever found that does not
     * decide it too.
     */
    public Uni<Void> doubtNoMore(UUID evidenceId, UUID outcomeId, Optional<Doubt> another) {
        return eachOf(
                evidenceId,
                (entry, ownGround) -> {
                    Instant now = keeping.now();
                    if (!entry.isDoubtedNoMoreBy(outcomeId, now)) {
                        return Uni.createFrom().voidItem();
                    }
                    return noted(entry, declined("提出撤销所依据的结论已撤回或者已被其他结论取代，该撤销不再待确认。", now))
                            .chain(
                                    () ->
                                            another.map(found -> doubt(entry, found))
                                                    .orElseGet(() -> Uni.createFrom().voidItem()));
                });
    }

    private static EntryAct declined(String reasons, Instant now) {
        return EntryAct.by(EntryAct.Kind.WISH_DECLINED, MACHINE, reasons, now);
    }

    private Uni<Void> eachOf(UUID evidenceId, BiFunction<BankEntry, Boolean, Uni<Void>> step) {
        return entries.generatedOf(evidenceId)
                .chain(
                        ids ->
                                Multi.createFrom()
                                        .iterable(ids)
                                        .onItem()
                                        .transformToUniAndConcatenate(id -> locked(id, step))
                                        .collect()
                                        .last()
                                        .replaceWithVoid());
    }

    private Uni<Void> locked(UUID id, BiFunction<BankEntry, Boolean, Uni<Void>> step) {
        return entries.lock(id)
                .map(Optional::orElseThrow)
                .chain(entry -> entries.hasOwnGround(id).chain(own -> step.apply(entry, own)));
    }

    private Uni<Void> stop(BankEntry entry, String reasons) {
        Instant now = keeping.now();
        return entry.losesItsGround(now)
                .map(kind -> noted(entry, EntryAct.by(kind, MACHINE, reasons, now)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> doubt(BankEntry entry, Doubt found) {
        Instant now = keeping.now();
        Outcome outcome = found.outcome();
        String reasons = "另有结论认定该图片系实际拍摄，待另一人决定是否撤销：" + grounds(outcome);
        return Multi.createFrom()
                .iterable(entry.isDoubtedBy(found.outcomeId(), outcome.subject(), now))
                .map(
                        kind ->
                                kind == EntryAct.Kind.WISH_DECLINED
                                        ? declined("另有结论认定该图片系实际拍摄，此前提出的确认须待该争议决定后重新提出。", now)
                                        : EntryAct.by(kind, finder(outcome), reasons, now))
                .onItem()
                .transformToUniAndConcatenate(act -> noted(entry, act))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> noted(BankEntry entry, EntryAct act) {
        return keeping.changed(MACHINE, entry, act);
    }
}
