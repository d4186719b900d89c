package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Store of publications and their lines; they are the city's alone. */
@ApplicationScoped
class Publications {
    /** The publications of a campaign, the latest first. */
    Uni<List<Publication>> of(Caller caller, UUID campaignId) {
        if (!caller.isCity()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Publication where campaignId = :campaign order by number desc",
                                                Publication.class)
                                        .setParameter("campaign", campaignId)
                                        .getResultList());
    }

    Uni<Publication> require(Caller caller, UUID campaignId, int number) {
        return of(caller, campaignId)
                .map(
                        all ->
                                all.stream()
                                        .filter(each -> each.number() == number)
                                        .findFirst()
                                        .orElseThrow(() -> new NotFound("发布数据", "publication")));
    }

    Uni<List<PublicationLine>> lines(Collection<UUID> publications) {
        if (publications.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from PublicationLine where publicationId in (:ids)"
                                                        + " order by platform, periodFrom, id",
                                                PublicationLine.class)
                                        .setParameter("ids", publications)
                                        .getResultList());
    }

    Uni<Void> add(Publication publication, List<PlatformReport> reports) {
        Object[] lines =
                reports.stream().map(report -> new PublicationLine(publication, report)).toArray();
        return Sessions.current()
                .chain(
                        session ->
                                session.persist(publication).call(() -> session.persistAll(lines)))
                .replaceWithVoid();
    }
}
