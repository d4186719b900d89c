package io.mingjian.registry.document;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.document.ServedListener.Served;
import io.mingjian.registry.document.ServiceRequests.Given;
import io.mingjian.registry.document.ServiceRequests.ServiceRequest;
import io.mingjian.registry.evidence.Indications;
import io.mingjian.registry.evidence.Indications.Named;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps how notices were served, and tells the rooms that wait for it. */
@ApplicationScoped
class ServiceBook {
    private final Identities identities;
    private final Indications indications;
    private final List<ServedListener> listeners;
    private final Outbox outbox;
    private final Clock clock;

    ServiceBook(
            Identities identities,
            Indications indications,
            @All List<ServedListener> listeners,
            Outbox outbox,
            Clock clock) {
        this.identities = identities;
        this.indications = indications;
        this.listeners = listeners;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Enters a service, or with reasons the correction of the entry before; part of the running
     * transaction. The caller writes the audit entry.
     */
    Uni<Void> enter(Caller caller, Document document, ServiceRequest request) {
        document.requireInForce();
        String correction = correction(document, request);
        Given given = request.read(document.issuedOn(), LegalDay.today(clock));
        return requireOwn(caller, given.evidenceId())
                .chain(() -> identities.open(caller, document.parties()))
                .map(
                        found ->
                                found.map(each -> new Discretion(each, document.filingKind()))
                                        .map(discretion -> given.saying(discretion::clean))
                                        .orElse(given))
                .chain(kept -> keep(caller, document, kept, correction))
                .chain(() -> outbox.append(document.servedEvent(given.servedOn())))
                .chain(() -> tell(caller, served(document, given, correction != null)));
    }

    /** The entries about one notice, oldest first. The caller must be allowed to see it. */
    Uni<List<ServiceEntry>> of(Caller caller, UUID documentId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from ServiceEntry where documentId = :id order by seq",
                                                ServiceEntry.class)
                                        .setParameter("id", documentId)
                                        .getResultList());
    }

    private static @Nullable String correction(Document document, ServiceRequest request) {
        String correction = request.correction();
        if (document.isServed() && correction == null) {
            throw new ReasonsMissing();
        }
        if (!document.isServed() && correction != null) {
            throw new Invalid(
                    "/reasons",
                    "nothing-to-correct",
                    "该文书尚无送达登记，无须填写更正理由。",
                    "There is no entry to correct yet.");
        }
        return correction;
    }

    /** A proof is evidence that the caller's own organisation handed in. */
    private Uni<Void> requireOwn(Caller caller, @Nullable UUID evidenceId) {
        if (evidenceId == null) {
            return Uni.createFrom().voidItem();
        }
        return indications
                .known(caller, List.of(new Named(caller.organisation(), evidenceId)))
                .invoke(
                        known -> {
                            if (known.isEmpty()) {
                                throw new Invalid(
                                        "/evidenceId",
                                        "unknown-evidence",
                                        "未找到贵单位的该证据；刚上传的请稍后再试，或者写明送达凭证。",
                                        "Your organisation has no such evidence; if it is new, try again.");
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> keep(
            Caller caller, Document document, Given given, @Nullable String correction) {
        int seq = document.serve(given.method(), given.servedOn());
        ServiceEntry entry =
                ServiceEntry.of(document.id(), seq, given, correction, caller, clock.instant());
        return Sessions.current()
                .call(session -> session.persist(entry))
                .chain(Mutiny.Session::flush);
    }

    private Uni<Void> tell(Caller caller, Served served) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ServedListener each : listeners) {
            done = done.chain(() -> each.onServed(caller, served));
        }
        return done;
    }

    private static Served served(Document document, Given given, boolean corrected) {
        return new Served(
                document.id(),
                document.filingId(),
                document.filingKind(),
                document.kind(),
                document.addressee(),
                given.servedOn(),
                corrected);
    }
}
