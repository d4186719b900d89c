package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.campaign.CampaignViews.CampaignView;
import io.mingjian.monitoring.campaign.CampaignViews.FiguresView;
import io.mingjian.monitoring.campaign.CampaignViews.InstructionRef;
import io.mingjian.monitoring.campaign.CampaignViews.LeadFigures;
import io.mingjian.monitoring.campaign.CampaignViews.LineView;
import io.mingjian.monitoring.campaign.CampaignViews.PlatformFigures;
import io.mingjian.monitoring.campaign.CampaignViews.PublicationView;
import io.mingjian.monitoring.campaign.CampaignViews.ReportView;
import io.mingjian.monitoring.clock.LegalTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings together what is shown of a campaign. */
@ApplicationScoped
class CampaignShow {
    private final Campaigns campaigns;
    private final PlatformReports reports;
    private final Publications publications;

    CampaignShow(Campaigns campaigns, PlatformReports reports, Publications publications) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.publications = publications;
    }

    static String path(UUID campaign) {
        return "/v1/campaigns/" + campaign;
    }

    Uni<Answer> to(Caller reader, Campaign campaign) {
        return all(reader, List.of(campaign)).map(views -> answer(reader, campaign, views.get(0)));
    }

    /** The tag moves when instructions are grouped, of which platforms learn nothing. */
    private static Answer answer(Caller reader, Campaign campaign, CampaignView view) {
        return reader.isCity() ? Answer.ok(campaign.version(), view) : Answer.ok(view);
    }

    Uni<Answer> created(Caller reader, Campaign campaign) {
        return all(reader, List.of(campaign))
                .map(
                        views ->
                                Answer.created(
                                        path(campaign.id()), campaign.version(), views.get(0)));
    }

    Uni<List<CampaignView>> all(Caller reader, List<Campaign> found) {
        List<UUID> ids = found.stream().map(Campaign::id).toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return campaigns
                .platforms(reader, ids)
                .chain(
                        platforms ->
                                campaigns
                                        .instructions(reader, ids)
                                        .map(grouped -> views(reader, found, platforms, grouped)));
    }

    private static List<CampaignView> views(
            Caller reader,
            List<Campaign> found,
            Map<UUID, List<String>> platforms,
            Map<UUID, List<InstructionRef>> instructions) {
        return found.stream()
                .map(
                        each ->
                                CampaignView.of(
                                        each,
                                        reader.isCity() ? each.updatedAt() : each.createdAt(),
                                        platforms.getOrDefault(each.id(), List.of()),
                                        instructions.getOrDefault(each.id(), List.of())))
                .toList();
    }

    static List<ReportView> reports(ReportChain chain) {
        return chain.all().stream()
                .map(report -> ReportView.of(report, chain.correctionOf(report.id())))
                .toList();
    }

    /** How things stand, as far as the reader sees them. */
    Uni<FiguresView> figures(Caller reader, Campaign campaign) {
        return reports.of(reader, campaign.id()).chain(chain -> figures(reader, campaign, chain));
    }

    private Uni<FiguresView> figures(Caller reader, Campaign campaign, ReportChain chain) {
        return leads(reader, campaign)
                .chain(
                        leads ->
                                lastReleased(reader, campaign, chain)
                                        .map(last -> figures(campaign, chain, leads, last)));
    }

    private Uni<Optional<LeadFigures>> leads(Caller reader, Campaign campaign) {
        return reader.isCity()
                ? campaigns.leads(campaign).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<PublicationView>> lastReleased(
            Caller reader, Campaign campaign, ReportChain chain) {
        return publications
                .of(reader, campaign.id())
                .map(
                        all ->
                                all.stream()
                                        .filter(each -> each.state() == PublicationState.RELEASED)
                                        .findFirst())
                .chain(
                        last ->
                                last.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : publication(last.get(), chain).map(Optional::of));
    }

    private static FiguresView figures(
            Campaign campaign,
            ReportChain chain,
            Optional<LeadFigures> leads,
            Optional<PublicationView> last) {
        List<PlatformReport> current = chain.current();
        List<PlatformFigures> platforms =
                current.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PlatformReport::platform,
                                        TreeMap::new,
                                        Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(
                                each ->
                                        new PlatformFigures(
                                                each.getKey(),
                                                each.getValue().size(),
                                                Figures.sum(each.getValue())))
                        .toList();
        return new FiguresView(
                campaign.id(),
                current.size(),
                Figures.sum(current),
                platforms,
                leads.orElse(null),
                last.orElse(null));
    }

    Uni<PublicationView> publication(Publication publication, ReportChain chain) {
        return publications
                .lines(List.of(publication.id()))
                .map(lines -> view(publication, lines, chain));
    }

    /** The publication with what was learnt since it was proposed. */
    static PublicationView view(
            Publication publication, List<PublicationLine> lines, ReportChain chain) {
        List<PlatformReport> asTheyAreNow =
                lines.stream().map(line -> chain.lastOf(line.reportId())).toList();
        Set<UUID> known = new HashSet<>();
        asTheyAreNow.forEach(report -> known.add(report.id()));
        Figures difference = Figures.sum(asTheyAreNow).minus(publication.figures());
        long corrected = lines.stream().filter(line -> !known.contains(line.reportId())).count();
        long fresh =
                chain.currentUntil(publication.until()).stream()
                        .filter(report -> !known.contains(report.id()))
                        .count();
        return new PublicationView(
                publication.campaignId(),
                publication.number(),
                publication.state(),
                publication.state().zh(),
                publication.periodFrom(),
                publication.until(),
                publication.reports(),
                publication.figures(),
                difference.equals(Figures.NONE) ? null : difference,
                (int) corrected,
                (int) fresh,
                lines.stream().map(LineView::of).toList(),
                LegalTime.outside(publication.proposedAt()),
                outside(publication.releasedAt().orElse(null)));
    }

    private static @Nullable OffsetDateTime outside(@Nullable Instant at) {
        return at == null ? null : LegalTime.outside(at);
    }
}
