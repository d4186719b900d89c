package io.mingjian.detection.outcome;

import io.mingjian.detection.outcome.CalibrationViews.CalibrationView;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

    CalibrationDoor(Callers callers, Calibrations calibrations) {
        this.callers = callers;
        this.calibrations = calibrations;
    }

    /** Counts and ratios per signal, from outcomes that rest on other evidence. */
    @GET
    @WithSession
    @Operation(summary = "各项迹象与人工结论的对照 / Signals against confirmed outcomes")
    public Uni<CalibrationView> figures() {
        if (!callers.current().isCity()) {
            throw new Forbidden("校准数据仅供市局查阅。", "The calibration is for the city.");
        }
        return calibrations.read().map(CalibrationView::of);
    }
}
