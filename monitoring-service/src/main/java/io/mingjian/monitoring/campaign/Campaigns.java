package io.mingjian.monitoring.campaign;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.campaign.CampaignViews.InstructionRef;
import io.mingjian.monitoring.campaign.CampaignViews.LeadFigures;
import io.mingjian.monitoring.lead.LeadState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Store of campaigns, of who reports for them and of what they group. */
@ApplicationScoped
class Campaigns {
    /** That an instruction belongs to two campaigns is refused by the table. */
    private static final String GROUP =
            """
            insert into campaign_instruction (id, campaign_id, instruction_id, instruction_no, added_at, added_by)
            select cast(g.row_id as uuid), :campaign, i.id, i.instruction_no, :at, :by
            from unnest(string_to_array(:rows, ','), string_to_array(:ids, ',')) as g (row_id, id)
            join instruction i on i.id = cast(g.id as uuid)
            where i.bureau = :bureau
            """;

    private static final String FREE =
            """
            select i.id from instruction i
            where i.bureau = :bureau and i.id = any (cast(string_to_array(:ids, ',') as uuid[]))
              and not exists (select 1 from campaign_instruction c where c.instruction_id = i.id)
            """;

    private static final String LEADS =
            """
            select (select count(*) from campaign_instruction where campaign_id = :campaign) as instructions,
              coalesce(sum(n), 0) as submitted,
              coalesce(sum(n) filter (where state = any (string_to_array(:ends, ','))), 0) as ended
            from (select l.state, count(*) as n from campaign_instruction c join lead l on l.instruction_id = c.instruction_id
                  where c.campaign_id = :campaign group by l.state) by_state
            """;

    Uni<Campaign> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    /**
     * The campaign, held until the transaction ends: reports and publications of one campaign take
     * turns.
     */
    Uni<Campaign> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<Campaign>> page(Caller caller, @Nullable UUID after, int limit) {
        String hql =
                "select c from Campaign c where "
                        + narrowing(caller)
                        + (after == null ? "" : " and c.id < :after")
                        + " order by c.id desc";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Campaign> query = bound(session, hql, caller);
                            return (after == null ? query : query.setParameter("after", after))
                                    .setMaxResults(limit)
                                    .getResultList();
                        });
    }

    Uni<Void> add(Campaign campaign, List<String> platforms) {
        Object[] rows =
                platforms.stream()
                        .map(platform -> new CampaignPlatform(campaign.id(), platform))
                        .toArray();
        return Sessions.current()
                .call(session -> session.persist(campaign))
                .chain(
                        session ->
                                rows.length == 0
                                        ? Uni.createFrom().voidItem()
                                        : session.persistAll(rows));
    }

    /** The platforms that are asked, as far as the caller may know. */
    Uni<Map<UUID, List<String>>> platforms(Caller caller, Collection<UUID> campaigns) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from CampaignPlatform where campaignId in (:ids)"
                                                        + " and (:all = true or platform = :org) order by platform",
                                                CampaignPlatform.class)
                                        .setParameter("ids", campaigns)
                                        .setParameter("all", caller.isCity())
                                        .setParameter("org", caller.organisation())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        CampaignPlatform::campaignId,
                                                        Collectors.mapping(
                                                                CampaignPlatform::platform,
                                                                Collectors.toList()))));
    }

    /** Instructions by campaign; only the city knows them. */
    Uni<Map<UUID, List<InstructionRef>>> instructions(Caller caller, Collection<UUID> campaigns) {
        if (!caller.isCity() || campaigns.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select campaign_id, instruction_id, instruction_no from campaign_instruction"
                                                        + " where campaign_id = any (cast(string_to_array(:ids, ',') as uuid[]))"
                                                        + " order by instruction_no",
                                                Tuple.class)
                                        .setParameter("ids", Ids.joined(campaigns))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        row -> row.get("campaign_id", UUID.class),
                                                        Collectors.mapping(
                                                                Campaigns::instruction,
                                                                Collectors.toList()))));
    }

    private static InstructionRef instruction(Tuple row) {
        return new InstructionRef(
                row.get("instruction_id", UUID.class), row.get("instruction_no", String.class));
    }

    /** Which of these are the caller's bureau's and belong to no campaign yet. */
    Uni<Set<UUID>> free(Caller caller, Collection<UUID> instructions) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FREE, UUID.class)
                                        .setParameter("bureau", caller.organisation())
                                        .setParameter("ids", Ids.joined(instructions))
                                        .getResultList())
                .map(Set::copyOf);
    }

    /** Puts instructions that are free under a campaign. */
    Uni<Void> group(Campaign campaign, Collection<UUID> instructions, Caller by, Instant at) {
        String rows = Ids.joined(instructions.stream().map(each -> Ids.next()).toList());
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(GROUP)
                                        .setParameter("campaign", campaign.id())
                                        .setParameter("rows", rows)
                                        .setParameter("ids", Ids.joined(instructions))
                                        .setParameter("bureau", by.organisation())
                                        .setParameter("at", at)
                                        .setParameter("by", by.subject())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The leads of the campaign's instructions, counted. */
    Uni<LeadFigures> leads(Campaign campaign) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LEADS, Tuple.class)
                                        .setParameter("campaign", campaign.id())
                                        .setParameter(
                                                "ends",
                                                LeadState.ends().stream()
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(",")))
                                        .getSingleResult())
                .map(Campaigns::leadFigures);
    }

    private static LeadFigures leadFigures(Tuple row) {
        long submitted = number(row, "submitted");
        long ended = number(row, "ended");
        return new LeadFigures(
                (int) number(row, "instructions"), submitted, submitted - ended, ended);
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }

    private static Uni<Campaign> one(Caller caller, UUID id, LockModeType lock) {
        String hql = "select c from Campaign c where " + narrowing(caller) + " and c.id = :id";
        return Sessions.current()
                .chain(
                        session ->
                                bound(session, hql, caller)
                                        .setParameter("id", id)
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("专项行动", "campaign"));
    }

    private static Mutiny.SelectionQuery<Campaign> bound(
            Mutiny.Session session, String hql, Caller caller) {
        return session.createSelectionQuery(hql, Campaign.class)
                .setParameter("org", caller.organisation());
    }

    /** The one place that says whose campaigns a caller sees. */
    private static String narrowing(Caller caller) {
        if (caller.isCity()) {
            return "c.bureau = :org";
        }
        return caller.is(OrganisationKind.PLATFORM)
                ? "exists (select 1 from CampaignPlatform p where p.campaignId = c.id and p.platform = :org)"
                : "c.bureau = :org and 1 = 0";
    }
}
