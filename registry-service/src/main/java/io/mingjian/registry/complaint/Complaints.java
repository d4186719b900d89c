package io.mingjian.registry.complaint;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.complaint.ComplaintViews.ComplaintView;
import io.mingjian.registry.complaint.ComplaintViews.SameDispute;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Room;
import io.mingjian.registry.procedure.Surroundings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The only SQL for complaints; every query is narrowed by the caller. */
@ApplicationScoped
class Complaints implements Room<Complaint> {
    private static final String SAME_DISPUTE =
            """
            select registration_no, state, received_at from complaint
            where filer_id = :filer and id <> :id and state not in ('NOT_ACCEPTED', 'CLOSED')
              and (content -> 'respondent' ->> 'name' = :name
                or (:uscc <> '' and content -> 'respondent' ->> 'uscc' = :uscc))
            order by received_at desc, id limit 10
            """;

    @Override
    public UUID parse(String id) {
        return Ids.parse(id, "投诉", "complaint");
    }

    @Override
    public Uni<Complaint> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Complaint.class, id))
                .onItem()
                .ifNull()
                .failWith(Complaints::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    @Override
    public Uni<ComplaintView> view(Moment now, Complaint complaint, Surroundings around) {
        return sameDispute(now.by(), complaint)
                .map(others -> ComplaintView.of(complaint, now, around, others));
    }

    /**
     * Other complaints of the same filer against the same respondent that were not refused and are
     * not filed away, newest first; the dispute may be the same (Art 16(2)). Only numbers and
     * states, also of those at other bureaus.
     */
    private static Uni<List<SameDispute>> sameDispute(Caller caller, Complaint complaint) {
        UUID filer = complaint.head().filerId();
        if (filer == null) {
            return Uni.createFrom().item(List.of());
        }
        var respondent = complaint.content().respondent();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SAME_DISPUTE, Object[].class)
                                        .setParameter("filer", filer)
                                        .setParameter("id", complaint.id())
                                        .setParameter("name", respondent.name())
                                        .setParameter(
                                                "uscc",
                                                respondent.uscc() == null ? "" : respondent.uscc())
                                        .getResultList())
                .map(rows -> rows.stream().map(Complaints::sameDispute).toList());
    }

    private static SameDispute sameDispute(Object[] at) {
        ComplaintState state = ComplaintState.valueOf((String) at[1]);
        LocalDate receivedOn = LegalDay.of(((OffsetDateTime) at[2]).toInstant());
        return new SameDispute((String) at[0], state, state.zh(), receivedOn);
    }

    Uni<Void> add(Caller caller, List<Complaint> entered) {
        return Sessions.insert(entered);
    }

    private static NotFound notFound() {
        return new NotFound("投诉", "complaint");
    }
}
