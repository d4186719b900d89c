package io.mingjian.registry.document;

import static java.util.stream.Collectors.toMap;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Issues notices in the transaction of the step that makes them due, and finds them again for those
 * who may see their filing.
 */
@ApplicationScoped
public class Documents {
    private static final String SAME =
            """
            select count(*) from Document where filingId = :filing and kind = :kind and addressee = :addressee
              and occasion = :occasion and withdrawnAt is null
            """;

    private static final String PAGE =
            "from Document where filingId = :filing and id > :after order by id";

    private static final String SERVED =
            """
            from Document where filingId = :filing and kind = :kind and services > 0 and withdrawnAt is null
            order by id
            """;

    private final Map<FilingKind, PartySource> sources;
    private final TemplateRegister templates;
    private final Identities identities;
    private final Numbers numbers;
    private final Outbox outbox;
    private final Clock clock;

    Documents(
            @All List<PartySource> sources,
            TemplateRegister templates,
            Identities identities,
            Numbers numbers,
            Outbox outbox,
            Clock clock) {
        this.sources = sources.stream().collect(toMap(PartySource::kind, each -> each));
        this.templates = templates;
        this.identities = identities;
        this.numbers = numbers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Issues a notice: gives it the next number of its series, keeps what it says and announces it.
     * The same order again issues nothing. Call it inside the step's transaction, before the step's
     * audit entry.
     */
    public Uni<Void> issue(Caller caller, NoticeOrder order) {
        return isIssued(caller, order)
                .chain(
                        issued ->
                                issued
                                        ? Uni.createFrom().voidItem()
                                        : issueNew(caller, order, null).replaceWithVoid());
    }

    /**
     * On which day each addressee of a notice of this kind has been served, by the entries that
     * hold; who has not been served is missing. Notices that were taken back do not count.
     */
    public Uni<Map<Addressee, LocalDate>> servedTo(Caller caller, UUID filingId, NoticeKind kind) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(SERVED, Document.class)
                                        .setParameter("filing", filingId)
                                        .setParameter("kind", kind)
                                        .getResultList())
                .map(
                        served ->
                                served.stream()
                                        .collect(
                                                toMap(
                                                        Document::addressee,
                                                        each ->
                                                                Objects.requireNonNull(
                                                                        each.servedOn()),
                                                        (first, later) -> first)));
    }

    /**
     * A notice, and where its filing is now.
     *
     * @param now the parties of today; what the notice says stays with those it was made with
     */
    record Seen(Document document, Parties now) {
        /** Whether the caller's bureau has the filing or issued the notice. */
        boolean isInHandsOf(Caller caller) {
            return caller.organisation().equals(now.holder()) || document.isIssuedBy(caller);
        }
    }

    static UUID parse(String id) {
        return Ids.parse(id, "文书", "document");
    }

    /**
     * A notice of a filing that the caller may see.
     *
     * @throws NotFound if there is none
     */
    Uni<Seen> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Document.class, id))
                .onItem()
                .ifNull()
                .failWith(Documents::notFound)
                .chain(
                        document ->
                                source(document.filingKind())
                                        .of(caller, document.filingId())
                                        .onFailure(NotFound.class)
                                        .transform(hidden -> notFound())
                                        .map(parties -> new Seen(document, parties)));
    }

    /**
     * The notices of one filing in the order of their issue.
     *
     * @param after the last one that was shown
     * @throws NotFound if the caller may not see the filing
     */
    Uni<List<Document>> page(
            Caller caller, FilingKind kind, UUID filingId, @Nullable UUID after, int limit) {
        return source(kind)
                .of(caller, filingId)
                .chain(Sessions::current)
                .chain(
                        session ->
                                session.createSelectionQuery(PAGE, Document.class)
                                        .setParameter("filing", filingId)
                                        .setParameter(
                                                "after", after == null ? new UUID(0, 0) : after)
                                        .setMaxResults(limit)
                                        .getResultList());
    }

    /**
     * @throws Conflict if another notice stands in for it already
     */
    Uni<Void> requireNotReplaced(Caller caller, Document document) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Document where replaces = :id",
                                                Long.class)
                                        .setParameter("id", document.id())
                                        .getSingleResult())
                .invoke(
                        count -> {
                            if (count > 0) {
                                throw new Conflict(
                                        "document-replaced",
                                        "该文书已重新出具，请对新文书办理。",
                                        "This notice has been issued again; work with the new one.");
                            }
                        })
                .replaceWithVoid();
    }

    /** Takes a notice back, before another can stand in for it. */
    Uni<Void> takeBack(Caller caller, Document document, Decision decision) {
        document.withdraw(caller, decision.reasons(), decision.at());
        return Sessions.current().chain(Mutiny.Session::flush);
    }

    /** Issues a notice in the place of one that was taken back in this transaction or before. */
    Uni<Document> issueInstead(Caller caller, Document earlier, NoticeOrder order) {
        return issueNew(caller, order, earlier);
    }

    private Uni<Document> issueNew(Caller caller, NoticeOrder order, @Nullable Document earlier) {
        LocalDate today = LegalDay.today(clock);
        return templates
                .use(caller, order, today)
                .chain(template -> made(caller, order, template, today))
                .map(document -> earlier == null ? document : document.replacing(earlier))
                .call(document -> add(caller, document))
                .call(document -> outbox.append(document.issuedEvent()));
    }

    private Uni<Document> made(
            Caller caller, NoticeOrder order, Template template, LocalDate today) {
        return source(order.filingKind())
                .of(caller, order.filingId())
                .chain(
                        parties ->
                                discreet(caller, order, parties)
                                        .chain(
                                                said ->
                                                        made(
                                                                caller, order, said, parties,
                                                                template, today)));
    }

    private Uni<Document> made(
            Caller caller,
            NoticeOrder order,
            NoticeOrder said,
            Parties parties,
            Template template,
            LocalDate today) {
        String occasion = Document.occasion(order);
        return number(order, template, today)
                .map(
                        no ->
                                Document.issued(
                                        Ids.next(),
                                        caller,
                                        said,
                                        occasion,
                                        parties,
                                        template,
                                        no,
                                        clock.instant()));
    }

    /** The order without what identifies the filer; the letter names him where its text does. */
    private Uni<NoticeOrder> discreet(Caller caller, NoticeOrder order, Parties parties) {
        return identities
                .open(caller, parties)
                .map(
                        found ->
                                found.map(given -> new Discretion(given, order.filingKind()))
                                        .map(
                                                discretion ->
                                                        order.saying(
                                                                facts -> discretion.clean(facts)))
                                        .orElse(order));
    }

    private Uni<String> number(NoticeOrder order, Template template, LocalDate today) {
        int year = today.getYear();
        return numbers.next(order.organisation(), DocumentNo.series(template), year)
                .map(
                        running ->
                                DocumentNo.of(
                                        order.organisation(), template.series(), year, running));
    }

    private PartySource source(FilingKind kind) {
        return Objects.requireNonNull(sources.get(kind));
    }

    private static Uni<Void> add(Caller caller, Document document) {
        return Sessions.current()
                .call(session -> session.persist(document))
                .chain(Mutiny.Session::flush);
    }

    private static Uni<Boolean> isIssued(Caller caller, NoticeOrder order) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(SAME, Long.class)
                                        .setParameter("filing", order.filingId())
                                        .setParameter("kind", order.kind())
                                        .setParameter("addressee", order.addressee())
                                        .setParameter("occasion", Document.occasion(order))
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    private static NotFound notFound() {
        return new NotFound("文书", "document");
    }
}
