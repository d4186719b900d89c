package io.mingjian.registry.lookup;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.PersonSearch;
import io.mingjian.registry.lookup.ListedPersons.Listed;
import io.mingjian.registry.lookup.LookupLog.Entry;
import io.mingjian.registry.lookup.LookupLog.Outcome;
import io.mingjian.registry.lookup.LookupViews.LookupRequest;
import io.mingjian.registry.lookup.LookupViews.LookupView;
import io.mingjian.registry.lookup.Question.Document;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers look-ups: agreement, number, limits, answer, log, audit – all in one transaction. */
@ApplicationScoped
class Lookups {
    static final String NO_AGREEMENT = "no-agreement";

    private final Agreements agreements;
    private final LookupLimits limits;
    private final LookupLog log;
    private final PersonSearch persons;
    private final ListedPersons listed;
    private final Numbers numbers;
    private final Audit audit;
    private final Clock clock;

    Lookups(
            Agreements agreements,
            LookupLimits limits,
            LookupLog log,
            PersonSearch persons,
            ListedPersons listed,
            Numbers numbers,
            Audit audit,
            Clock clock) {
        this.agreements = agreements;
        this.limits = limits;
        this.log = log;
        this.persons = persons;
        this.listed = listed;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    private record Found(Outcome outcome, @Nullable Listed listed) {
        static final Found NOTHING = new Found(Outcome.NOT_LISTED, null);
    }

    /**
     * What is agreed with the caller's organisation today.
     *
     * @throws Forbidden if nothing is
     */
    Uni<Agreement> agreement(Caller caller) {
        return agreements
                .holding(caller, LegalDay.today(clock))
                .map(found -> found.orElseThrow(Lookups::noAgreement));
    }

    Question read(Caller caller, Agreement agreement, LookupRequest request) {
        return Question.read(request, caller, agreement, persons);
    }

    /**
     * Answers within the running transaction. The number comes first: those who take one of the
     * same organisation wait for each other, so that its look-ups are counted one by one.
     */
    Uni<LookupView> answer(Caller caller, Agreement agreement, Question question) {
        Instant at = clock.instant();
        LocalDate today = LegalDay.of(at);
        return numbers.next(caller.organisation(), "lookup", today.getYear())
                .call(() -> limits.check(caller, agreement, question.asked(), at))
                .chain(
                        number ->
                                found(caller, question, today)
                                        .chain(
                                                found ->
                                                        kept(
                                                                caller,
                                                                agreement,
                                                                question,
                                                                found,
                                                                entry(
                                                                        caller,
                                                                        question,
                                                                        found,
                                                                        lookupNo(today, number),
                                                                        at))));
    }

    /** Puts on record that somebody was turned away who may be trying. */
    Uni<Void> recordRefusal(Caller caller, String code) {
        return audit.record(
                caller,
                AuditEntry.of("lookup.refuse", "organisation", caller.organisation())
                        .forPurpose(code));
    }

    private Uni<LookupView> kept(
            Caller caller, Agreement agreement, Question question, Found found, Entry entry) {
        return log.add(caller, question, agreement, entry)
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("lookup.ask", "lookup", entry.id().toString())
                                                .forPurpose(
                                                        entry.caseNo() + "：" + entry.purpose())))
                .replaceWith(() -> LookupView.of(caller, entry, found.listed()));
    }

    private Uni<Found> found(Caller caller, Question question, LocalDate today) {
        Document document = question.document();
        return document == null
                ? listed.numbered(caller, String.valueOf(question.entryNo()), today)
                        .map(entry -> entry.map(Lookups::found).orElse(Found.NOTHING))
                : persons.byDocument(caller, document.type(), document.number())
                        .chain(
                                person ->
                                        person.isPresent()
                                                ? found(caller, person.get(), document, today)
                                                : Uni.createFrom().item(Found.NOTHING));
    }

    private Uni<Found> found(Caller caller, UUID person, Document document, LocalDate today) {
        return listed.of(caller, person, today)
                .chain(
                        entry ->
                                entry.isPresent()
                                        ? named(caller, person, document.name())
                                                .map(
                                                        named ->
                                                                named
                                                                        ? found(entry.get())
                                                                        : new Found(
                                                                                Outcome
                                                                                        .NAME_DIFFERS,
                                                                                null))
                                        : Uni.createFrom().item(Found.NOTHING));
    }

    private Uni<Boolean> named(Caller caller, UUID person, @Nullable String name) {
        return name == null
                ? Uni.createFrom().item(true)
                : persons.mayBeNamed(caller, person, name);
    }

    private static Found found(Listed entry) {
        return new Found(Outcome.LISTED, entry);
    }

    private static Entry entry(
            Caller caller, Question question, Found found, String lookupNo, Instant at) {
        return new Entry(
                Ids.next(),
                caller.organisation(),
                lookupNo,
                caller.subject(),
                caller.name(),
                question.operator(),
                at,
                question.purposeCode(),
                question.purpose(),
                question.legalBasis(),
                question.caseNo(),
                found.outcome(),
                found.listed() == null ? null : found.listed().entryNo());
    }

    private static String lookupNo(LocalDate today, long number) {
        return "CX%d-%06d".formatted(today.getYear(), number);
    }

    private static Forbidden noAgreement() {
        return new Forbidden(
                NO_AGREEMENT,
                "贵单位没有在有效期内的名录查询协议，不予查询。需要查询的，请与市局商定协议。",
                "There is no agreement with your organisation in force.");
    }
}
