package io.mingjian.detection.outcome;

import io.mingjian.detection.outcome.CalibrationViews.CalibrationView;
import io.mingjian.detection.outcome.DriftViews.DriftView;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the city looks at how the signals fared. */
@Path("/v1/calibration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "analysis")
@RolesAllowed({"REVIEWER", "HEAD", "AUDITOR"})
public class CalibrationDoor {
    private final Callers callers;
    private final Calibrations calibrations;
    private final Drifts drifts;
    private final Clock clock;

    CalibrationDoor(Callers callers, Calibrations calibrations, Drifts drifts, Clock clock) {
        this.callers = callers;
        this.calibrations = calibrations;
        this.drifts = drifts;
        this.clock = clock;
    }

    /**
     * Counts and ratios per signal, and how scores move, from outcomes that rest on other evidence.
     */
    @GET
    @WithSession
    @Operation(
            summary =
                    "各项迹象与人工结论的对照、评分的逐周变动 / Signals against confirmed outcomes, and scores week by week")
    public Uni<CalibrationView> figures() {
        if (!callers.current().isCity()) {
            throw new Forbidden("校准数据仅供市局查阅。", "The calibration is for the city.");
        }
        return calibrations
                .read()
                .chain(
                        figures ->
                                drifts.read()
                                        .map(moves -> CalibrationView.of(figures, view(moves))));
    }

    private DriftView view(List<Drift> drifts) {
        return DriftView.of(drifts, LegalDay.today(clock), DriftLimits.SHIPPED);
    }
}
