package io.mingjian.monitoring.quality;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.QueryText;
import io.mingjian.monitoring.quality.QualityFigures.Count;
import io.mingjian.monitoring.quality.QualityFigures.Part;
import io.mingjian.monitoring.quality.QualityViews.AgencyFigures;
import io.mingjian.monitoring.quality.QualityViews.CountedLead;
import io.mingjian.monitoring.quality.QualityViews.FigureView;
import io.mingjian.monitoring.quality.QualityViews.FormulaView;
import io.mingjian.monitoring.quality.QualityViews.QualityView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: figures of agencies and the leads behind them. */
@Path("/v1")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "监测机构质量 Quality of agencies")
public class QualityQueries {
    private final QualityFigures figures;
    private final Callers callers;
    private final Cursors cursors;

    QualityQueries(QualityFigures figures, Callers callers, Cursors cursors) {
        this.figures = figures;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @Path("/agency-quality")
    @WithSession
    @Operation(
            operationId = "getAgencyQuality",
            summary = "监测机构质量指标；机构只见本机构 / Figures of quality per agency; an agency sees its own")
    public Uni<QualityView> quality(@BeanParam QualityParams params) {
        Caller caller = callers.current();
        QualityFilter filter = params.toFilter(caller);
        LocalDate last = filter.days().to();
        List<Formula> formulas = Formulas.SHIPPED.inForceOn(last);
        return figures.count(filter, formulas)
                .map(counts -> view(filter, formulas, withOwn(caller, filter, formulas, counts)));
    }

    /** An agency without leads in the period still has figures: nothing of nothing. */
    private static Map<String, List<Count>> withOwn(
            Caller caller,
            QualityFilter filter,
            List<Formula> formulas,
            Map<String, List<Count>> counts) {
        String own = caller.organisation();
        boolean asksForItself = filter.agency() == null || filter.agency().equals(own);
        return caller.isCity() || !asksForItself || !counts.isEmpty()
                ? counts
                : Map.of(own, Collections.nCopies(formulas.size(), Count.NONE));
    }

    private static QualityView view(
            QualityFilter filter, List<Formula> formulas, Map<String, List<Count>> counts) {
        List<AgencyFigures> agencies =
                counts.entrySet().stream()
                        .map(
                                each ->
                                        new AgencyFigures(
                                                each.getKey(), of(formulas, each.getValue())))
                        .toList();
        return new QualityView(
                filter.days().from(),
                filter.days().to(),
                filter.days().to(),
                agencies,
                filter.caller().isCity() ? of(formulas, sum(formulas, counts)) : null);
    }

    private static List<Count> sum(List<Formula> formulas, Map<String, List<Count>> counts) {
        return IntStream.range(0, formulas.size())
                .mapToObj(
                        at ->
                                counts.values().stream()
                                        .map(each -> each.get(at))
                                        .reduce(Count.NONE, Count::plus))
                .toList();
    }

    private static List<FigureView> of(List<Formula> formulas, List<Count> counts) {
        return IntStream.range(0, formulas.size())
                .mapToObj(at -> FigureView.of(formulas.get(at), counts.get(at)))
                .toList();
    }

    @GET
    @Path("/agency-quality/{figure}/leads")
    @WithSession
    @Operation(
            operationId = "listLeadsOfFigure",
            summary = "指标所计的线索 / The leads that a figure counts")
    public Uni<Page<CountedLead>> leads(
            @PathParam("figure") String figure,
            @QueryParam("part") @Parameter(required = true, description = "numerator | denominator")
                    @Nullable String part,
            @BeanParam QualityParams params,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        QualityFilter filter = params.toFilter(caller);
        Part asked = part(part);
        Formula formula =
                Formulas.SHIPPED
                        .find(figure, filter.days().to())
                        .orElseThrow(() -> new NotFound("质量指标", "figure"));
        String form = filter.form() + "|" + figure + "|" + asked;
        UUID after =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, form, cursor).getOrDefault("id", ""));
        int size = Page.limit(limit);
        return figures.leads(filter, formula, asked, after, size + 1)
                .map(found -> page(caller, form, found, size));
    }

    private Page<CountedLead> page(Caller caller, String form, List<CountedLead> found, int size) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        String last = found.get(size - 1).id().toString();
        return new Page<>(found.subList(0, size), cursors.sign(caller, form, Map.of("id", last)));
    }

    private static Part part(@Nullable String text) {
        for (Part part : Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(text)) {
                return part;
            }
        }
        throw QueryText.malformed(
                "part",
                text == null ? "required" : "unknown-code",
                "应为 numerator 或 denominator",
                "numerator or denominator is expected");
    }

    @GET
    @Path("/quality-formulas")
    @Operation(
            operationId = "listQualityFormulas",
            summary = "质量指标公式及其各版本 / Formulas of the figures in all their versions")
    public Uni<Page<FormulaView>> formulas() {
        return Uni.createFrom()
                .item(
                        new Page<>(
                                Formulas.SHIPPED.all().stream().map(FormulaView::of).toList(),
                                null));
    }
}
