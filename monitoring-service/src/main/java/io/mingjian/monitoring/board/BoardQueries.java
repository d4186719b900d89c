package io.mingjian.monitoring.board;

import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.board.BoardViews.BoardView;
import io.mingjian.monitoring.clock.LegalTime;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: the board. */
@Path("/v1/board")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "看板 Board")
public class BoardQueries {
    private final BoardCounts counts;
    private final Callers callers;
    private final LegalTime time;

    BoardQueries(BoardCounts counts, Callers callers, LegalTime time) {
        this.counts = counts;
        this.callers = callers;
        this.time = time;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "getBoard",
            summary =
                    "线索看板，可按区局、机构、专项行动或指令分组 / The board of leads, divided by district, agency, campaign or instruction")
    public Uni<BoardView> board(@BeanParam BoardParams params) {
        BoardFilter filter = params.toFilter(callers.current());
        Instant now = time.instant();
        return counts.cells(filter, LegalDay.of(now))
                .map(cells -> BoardViews.of(filter, cells, now));
    }
}
