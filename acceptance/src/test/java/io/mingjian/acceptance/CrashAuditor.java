package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjian.acceptance.Events.Message;
import io.mingjian.acceptance.Traffic.Decided;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Proves after each fall that nothing was lost and nothing happened twice, by reading the databases
 * and the topics rather than by asking the services.
 */
final class CrashAuditor {
    private static final Duration UNTIL_HEALED = Duration.ofMinutes(10);
    private static final List<Service> KEEPERS =
            List.of(Service.REGISTRY, Service.DETECTION, Service.MONITORING);
    private static final String[] TOPICS = {
        Events.EVIDENCE,
        Events.FILING,
        Events.FILER,
        Events.LISTING,
        Events.CLUE,
        Events.LEAD,
        Events.LETTER
    };

    /** A consumer that is not in this list makes the audit fail: add it with what it takes. */
    private static final List<Consumer> CONSUMERS =
            List.of(
                    new Consumer(
                            Service.REGISTRY,
                            "registry.ledger",
                            type ->
                                    type.matches(
                                            "filing\\.(registered|advanced|evidence-confirmed|not-accepted|terminated)\\.v1"
                                                    + "|filer\\.(un)?merged\\.v1")),
                    new Consumer(
                            Service.REGISTRY,
                            "registry.matching",
                            type -> type.equals("filing.registered.v1")),
                    new Consumer(
                            Service.REGISTRY,
                            "registry.listing",
                            type -> type.equals("filer.unmerged.v1")),
                    new Consumer(
                            Service.REGISTRY,
                            "registry.indications",
                            type -> type.equals("evidence.analyzed.v1")),
                    new Consumer(
                            Service.DETECTION,
                            "detection.outcomes",
                            type -> type.equals("filing.evidence-confirmed.v1")),
                    new Consumer(
                            Service.DETECTION,
                            "detection.evidence-namings",
                            type ->
                                    type.matches(
                                            "filing\\.(registered|routed|returned)\\.v1|lead\\.(?!referred).*"
                                                    + "|letter\\.(answered|handed-over)\\.v1")),
                    new Consumer(
                            Service.REGISTRY,
                            "registry.clues",
                            type -> type.equals("lead.referred.v1")),
                    new Consumer(
                            Service.MONITORING,
                            "monitoring.referrals",
                            type -> type.startsWith("clue.")),
                    new Consumer(
                            Service.MONITORING,
                            "monitoring.indication",
                            type -> type.startsWith("evidence.")));

    /** In one statement, because an analysis may end with a wish for another. */
    private static final String LEFT_TO_DETECTION =
            """
            select 'analysis of ' || id from evidence
             where state <> 'ANALYZED' or revisits_wanted > revisits_done
            union all
            select 'wish to analyze ' || evidence_id from analysis_wish
            union all
            select 'search for bank entry ' || id from bank_entry where searched_at is null
            union all
            select 'telling of bank entry ' || entry_id || ' at ' || evidence_id from bank_match
             where to_tell
            """;

    private record Consumer(Service service, String name, Predicate<String> takes) {}

    private final Stored stored;
    private final FileAuditor files;
    private final Events events;
    private final Actors actors;

    CrashAuditor(Addresses addresses, Actors actors) {
        this.stored = new Stored(addresses);
        this.files = new FileAuditor(stored, actors.huangpuIntake());
        this.events = new Events(addresses.kafkaBootstrapServers());
        this.actors = actors;
    }

    /**
     * Waits until everything has come to rest and then proves all invariants; gives a line of
     * figures.
     */
    String proves(Traffic traffic) {
        everythingComesToRest();
        acceptedFilingsExistOnce(traffic.filings());
        acceptedEvidenceExistsOnceAndIsAnalyzed(traffic.evidence());
        acceptedFindingsExistOnce(traffic.findings());
        List<Message> sent = events.all(TOPICS);
        List<Message> facts = Events.distinct(sent);
        eachFactWasTold(facts, traffic);
        traffic.imports()
                .forEach((file, numbers) -> files.eachRowWasEnteredOnce(facts, file, numbers));
        eachDecisionHappenedOnce(facts, traffic.decisions());
        personsAreWhatActiveMergesJoin(facts);
        whatWasHandledUnderARevokedListingIsLookedAtAgain(traffic.handledUnderListings());
        eachEventTookEffectOnce(facts);
        nothingLiesAside();
        numbersHaveNoGap();
        auditChainsVerify();
        return ("%d filings, %d rows of files, %d steps, %d uploads, %d findings accepted, %d sent"
                        + " again; %d events, %d of them published more than once")
                .formatted(
                        traffic.filings().size(),
                        traffic.imports().values().stream().mapToInt(List::size).sum(),
                        traffic.decisions().size(),
                        traffic.evidence().size(),
                        traffic.findings().size(),
                        traffic.repeated(),
                        facts.size(),
                        sent.size() - facts.size());
    }

    long outbox(Service service) {
        return stored.count(service, "select count(*) from outbox");
    }

    /** Events that a service's consumers have taken in so far. */
    long taken(Service service) {
        return stored.count(service, "select count(*) from inbox");
    }

    /**
     * Everything that was said is taken in, and nobody is at anything.
     *
     * <p>Read in the order in which one leads to the next: what was said, who took it in, what they
     * then have to do, what they have to say of it, and what was said by then. Read in another
     * order, work that was taken in meanwhile would be seen nowhere.
     */
    void everythingComesToRest() {
        await("everything to come to rest")
                .atMost(UNTIL_HEALED)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            List<Message> facts = Events.distinct(events.all(TOPICS));
                            everythingIsTakenIn(facts);
                            nothingIsLeftToDo();
                            nothingIsLeftToSay();
                            assertThat(Events.distinct(events.all(TOPICS)).size())
                                    .as("facts by now")
                                    .isEqualTo(facts.size());
                        });
    }

    private void everythingIsTakenIn(List<Message> facts) {
        CONSUMERS.forEach(
                consumer ->
                        assertThat(inbox(consumer).size())
                                .as("taken in by %s", consumer.name())
                                .isGreaterThanOrEqualTo(wanted(facts, consumer).size()));
    }

    /** A consumer leaves what takes time to a worker: it is a row until it is done. */
    private void nothingIsLeftToDo() {
        assertThat(stored.column(Service.DETECTION, LEFT_TO_DETECTION)).as("work").isEmpty();
        assertThat(files.waiting()).as("files that wait to be read or entered").isZero();
    }

    private void nothingIsLeftToSay() {
        KEEPERS.forEach(
                service -> assertThat(outbox(service)).as("outbox of %s", service).isZero());
    }

    private void acceptedFilingsExistOnce(Map<String, String> accepted) {
        Map<String, Long> found =
                times(
                        stored.column(
                                Service.REGISTRY,
                                "select s.external_no || ' ' || c.id from submission s join complaint c on"
                                        + " c.submission_id = s.id"));
        accepted.forEach(
                (number, id) ->
                        assertThat(found)
                                .as("accepted filing %s", number)
                                .containsEntry(number + " " + id, 1L));
        Map<String, Long> submissions =
                times(stored.column(Service.REGISTRY, "select external_no from submission"));
        accepted.keySet()
                .forEach(
                        number ->
                                assertThat(submissions)
                                        .as("submission %s", number)
                                        .containsEntry(number, 1L));
    }

    private void acceptedEvidenceExistsOnceAndIsAnalyzed(Map<String, String> accepted) {
        Map<String, Long> found =
                times(
                        stored.column(
                                Service.DETECTION,
                                "select sha256 || ' ' || id || ' ' || state from evidence"));
        Map<String, Long> uploads =
                times(stored.column(Service.DETECTION, "select sha256 from evidence"));
        accepted.forEach(
                (sha256, id) -> {
                    assertThat(found).containsEntry(sha256 + " " + id + " ANALYZED", 1L);
                    assertThat(uploads).as("uploads of %s", sha256).containsEntry(sha256, 1L);
                });
        assertThat(
                        stored.column(
                                Service.DETECTION,
                                "select evidence_id || ' ' || seq from custody_entry c where seq > 1 and not exists"
                                        + " (select 1 from custody_entry p where p.evidence_id = c.evidence_id and p.seq"
                                        + " = c.seq - 1)"))
                .as("gaps in chains of custody")
                .isEmpty();
    }

    private void acceptedFindingsExistOnce(Map<String, String> accepted) {
        Map<String, Long> found =
                times(
                        stored.column(
                                Service.MONITORING, "select finding_no || ' ' || id from lead"));
        accepted.forEach((number, id) -> assertThat(found).containsEntry(number + " " + id, 1L));
    }

    /** Exactly one event says that a thing came to be. */
    private void eachFactWasTold(List<Message> facts, Traffic traffic) {
        told(facts, "filing.registered.v1", traffic.filings().values());
        told(facts, "evidence.received.v1", traffic.evidence().values());
        told(
                facts,
                "lead.submitted.v1",
                traffic.findings().values().stream()
                        .filter(lead -> !traffic.submittedAgain().contains(lead))
                        .toList());
    }

    /** One line in the step log, one event, and each notice once, however often it was tried. */
    private void eachDecisionHappenedOnce(List<Message> facts, Set<Decided> decisions) {
        Map<String, Long> steps =
                times(
                        stored.column(
                                Service.REGISTRY,
                                "select object_id || ' ' || step from step_taken"));
        Map<String, Long> notices =
                times(
                        stored.column(
                                Service.REGISTRY, "select filing_id || ' ' || kind from document"));
        for (Decided decided : decisions) {
            String filing = decided.filing() + " ";
            assertThat(steps).as("step log").containsEntry(filing + decided.step(), 1L);
            if (decided.notice() != null) {
                assertThat(notices).as("notices").containsEntry(filing + decided.notice(), 2L);
            }
        }
        decisions.stream()
                .filter(decided -> decided.event() != null)
                .collect(Collectors.groupingBy(Decided::event))
                .forEach(
                        (event, of) ->
                                told(facts, event, of.stream().map(Decided::filing).toList()));
    }

    /**
     * @param handled filings that were handled under a listing, by the entry that was revoked since
     */
    private void whatWasHandledUnderARevokedListingIsLookedAtAgain(Map<String, String> handled) {
        Map<String, Long> rechecks =
                times(
                        stored.column(
                                Service.REGISTRY,
                                "select entry_id || ' ' || filing_id from recheck where cause = 'REVOKED'"));
        handled.forEach(
                (entry, filing) ->
                        assertThat(rechecks)
                                .as("re-check queue")
                                .containsEntry(entry + " " + filing, 1L));
    }

    /**
     * A filer's person is the oldest of all filers that active merges join, counted anew here; each
     * of these merges was told once.
     */
    private void personsAreWhatActiveMergesJoin(List<Message> facts) {
        Map<String, String> oldest = new TreeMap<>();
        stored.column(Service.REGISTRY, "select cast(id as text) from filer")
                .forEach(filer -> oldest.put(filer, filer));
        List<String[]> merges =
                stored
                        .column(
                                Service.REGISTRY,
                                "select id || ' ' || filer_id || ' ' || other_id from filer_merge where state = 'ACTIVE'")
                        .stream()
                        .map(merge -> merge.split(" "))
                        .toList();
        for (boolean changed = true; changed; ) {
            changed = false;
            for (String[] merge : merges) {
                String first = Collections.min(List.of(oldest.get(merge[1]), oldest.get(merge[2])));
                changed |= !first.equals(oldest.put(merge[1], first));
                changed |= !first.equals(oldest.put(merge[2], first));
            }
        }
        assertThat(stored.column(Service.REGISTRY, "select id || ' ' || person_id from filer"))
                .as("persons")
                .containsExactlyInAnyOrderElementsOf(
                        oldest.entrySet().stream()
                                .map(filer -> filer.getKey() + " " + filer.getValue())
                                .toList());
        Map<String, Long> told =
                times(
                        facts.stream()
                                .filter(fact -> fact.type().equals("filer.merged.v1"))
                                .map(fact -> fact.event().at("/data/mergeId").asText())
                                .toList());
        merges.forEach(merge -> assertThat(told).as("merge told").containsEntry(merge[0], 1L));
    }

    /** Exactly one event of this type speaks of each of these. */
    static void told(List<Message> facts, String type, Iterable<String> subjects) {
        Map<String, Long> times =
                times(
                        facts.stream()
                                .filter(fact -> fact.type().equals(type))
                                .map(Message::subject)
                                .toList());
        subjects.forEach(
                subject ->
                        assertThat(times).as("%s of %s", type, subject).containsEntry(subject, 1L));
    }

    private void eachEventTookEffectOnce(List<Message> facts) {
        for (Service service : KEEPERS) {
            assertThat(new TreeSet<>(stored.column(service, "select distinct consumer from inbox")))
                    .as("consumers of %s that the auditor knows", service)
                    .isSubsetOf(
                            CONSUMERS.stream()
                                    .filter(c -> c.service() == service)
                                    .map(Consumer::name)
                                    .toList());
        }
        for (Consumer consumer : CONSUMERS) {
            List<String> inbox = inbox(consumer);
            assertThat(inbox).as("inbox of %s", consumer.name()).doesNotHaveDuplicates();
            same("events at " + consumer.name(), inbox, wanted(facts, consumer));
        }
        theNewestAnalysisIsKept(facts);
    }

    /** The effect itself: what was told last about a file is what the registry keeps. */
    private void theNewestAnalysisIsKept(List<Message> facts) {
        Map<String, Message> newest = new TreeMap<>();
        facts.stream()
                .filter(fact -> fact.type().equals("evidence.analyzed.v1"))
                .forEach(
                        fact ->
                                newest.merge(
                                        fact.subject(),
                                        fact,
                                        (one, two) -> one.revision() > two.revision() ? one : two));
        Set<String> kept =
                Set.copyOf(
                        stored.column(
                                Service.REGISTRY,
                                "select evidence_id || ' ' || revision || ' ' || band from evidence_indication"));
        Set<String> expected =
                newest.values().stream()
                        .map(
                                f ->
                                        f.subject()
                                                + " "
                                                + f.revision()
                                                + " "
                                                + f.event().at("/data/band").asText())
                        .collect(Collectors.toSet());
        same("indications in the registry", kept, expected);
    }

    /** Names what differs: whole lists of hundreds say nothing to a reader. */
    private static void same(String what, Collection<String> there, Set<String> expected) {
        Set<String> missing = new TreeSet<>(expected);
        there.forEach(missing::remove);
        Set<String> tooMany = new TreeSet<>(there);
        tooMany.removeAll(expected);
        assertThat(missing).as("%s: missing", what).isEmpty();
        assertThat(tooMany).as("%s: too many", what).isEmpty();
    }

    private void nothingLiesAside() {
        KEEPERS.forEach(
                service ->
                        assertThat(
                                        stored.column(
                                                service,
                                                "select consumer || ': ' || reason from dead_letter where replayed_at"
                                                        + " is null"))
                                .as("dead letters of %s", service)
                                .isEmpty());
    }

    private void numbersHaveNoGap() {
        noGap(stored.column(Service.REGISTRY, "select registration_no from complaint"));
        noGap(stored.column(Service.REGISTRY, "select registration_no from report"));
        noGap(stored.column(Service.REGISTRY, "select document_no from document"));
        noGap(stored.column(Service.MONITORING, "select lead_no from lead"));
        noGap(stored.column(Service.MONITORING, "select instruction_no from instruction"));
        noGap(
                stored.column(
                        Service.MONITORING,
                        "select letter_no from letter where letter_no is not null"));
        noGap(stored.column(Service.REGISTRY, "select clue_no from clue"));
    }

    private static void noGap(List<String> numbers) {
        Map<String, Set<Long>> series = new TreeMap<>();
        for (String number : numbers) {
            // Every series ends its name with 〕 or -.
            String name =
                    number.substring(
                            0, Math.max(number.lastIndexOf('〕'), number.lastIndexOf('-')) + 1);
            series.computeIfAbsent(name, any -> new TreeSet<>())
                    .add(Long.valueOf(number.substring(name.length()).replace("号", "")));
        }
        series.forEach(
                (name, running) ->
                        assertThat(running)
                                .as("series %s", name)
                                .containsExactlyElementsOf(
                                        LongStream.rangeClosed(1, running.size())
                                                .boxed()
                                                .toList()));
        assertThat(numbers).doesNotHaveDuplicates();
    }

    private void auditChainsVerify() {
        actors.auditor()
                .verifiesChains()
                .forEach(
                        (service, chain) ->
                                assertThat(chain.at("/intact").asBoolean())
                                        .as("audit chain of %s", service)
                                        .isTrue());
    }

    private List<String> inbox(Consumer consumer) {
        return stored.column(
                consumer.service(),
                "select event_id from inbox where consumer = ?",
                consumer.name());
    }

    private static Set<String> wanted(List<Message> facts, Consumer consumer) {
        return Events.ids(facts, fact -> consumer.takes().test(fact.type()));
    }

    static Map<String, Long> times(List<String> values) {
        return values.stream()
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    }
}
