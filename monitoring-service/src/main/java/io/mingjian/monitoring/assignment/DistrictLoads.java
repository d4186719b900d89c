package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.assignment.AssignmentViews.LoadView;
import io.mingjian.monitoring.assignment.AssignmentViews.LoadsView;
import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.lead.LeadLoads;
import io.mingjian.monitoring.lead.LeadLoads.Load;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: how much work each district has, for the city that assigns. */
@Path("/v1/district-loads")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "线索分派 Assignment")
public class DistrictLoads {
    private final LeadLoads loads;
    private final Callers callers;
    private final LegalTime time;

    DistrictLoads(LeadLoads loads, Callers callers, LegalTime time) {
        this.loads = loads;
        this.callers = callers;
        this.time = time;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listDistrictLoads",
            summary = "各区在办线索、超期与最早一条 / Open and overdue leads of each district, and the oldest")
    public Uni<LoadsView> all() {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("只有市局可以查看各区在办情况。", "Only the city sees the loads.");
        }
        return time.now()
                .chain(
                        now ->
                                of(caller, now)
                                        .map(
                                                items ->
                                                        new LoadsView(
                                                                LegalTime.outside(now.at()),
                                                                items)));
    }

    /** All districts, also those without work; the city itself if it took leads over. */
    Uni<List<LoadView>> of(Caller city, Moment now) {
        return loads.of(city, now.day())
                .map(
                        found -> {
                            Map<String, Load> byHolder =
                                    found.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Load::holder, Function.identity()));
                            Stream<LoadView> districts =
                                    Districts.SHIPPED.all().stream()
                                            .map(
                                                    district ->
                                                            view(
                                                                    district,
                                                                    district.organisation(),
                                                                    byHolder.get(
                                                                            district
                                                                                    .organisation()),
                                                                    now));
                            Stream<LoadView> own =
                                    Stream.ofNullable(byHolder.get(city.organisation()))
                                            .map(load -> view(null, load.holder(), load, now));
                            return Stream.concat(districts, own).toList();
                        });
    }

    private static LoadView view(
            @Nullable District district, String organisation, @Nullable Load load, Moment now) {
        @Nullable String code = district == null ? null : district.code();
        String zh = district == null ? "市局" : district.zh();
        return load == null
                ? new LoadView(code, organisation, zh, 0, 0, 0, null, null)
                : new LoadView(
                        code,
                        organisation,
                        zh,
                        load.open(),
                        load.unreceived(),
                        load.overdue(),
                        LegalTime.outside(load.oldest()),
                        ChronoUnit.DAYS.between(LegalDay.of(load.oldest()), now.day()));
    }
}
