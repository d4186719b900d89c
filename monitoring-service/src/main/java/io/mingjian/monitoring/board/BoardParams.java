package io.mingjian.monitoring.board;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.QueryText;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of the board, as text; what cannot be read is told with its name. */
public class BoardParams {
    @QueryParam("district")
    @Parameter(description = "区局机构编号，仅市局可用 / organisation of a district; for the city")
    public @Nullable String district;

    @QueryParam("agency")
    public @Nullable String agency;

    @QueryParam("instructionId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    public @Nullable String instructionId;

    @QueryParam("campaignId")
    @Parameter(description = "仅市局可用 / for the city", schema = @Schema(implementation = UUID.class))
    public @Nullable String campaignId;

    @QueryParam("by")
    @Parameter(schema = @Schema(implementation = Grouping.class))
    public @Nullable String by;

    /**
     * The filter, if this caller may narrow by it: nobody finds out by asking for one district
     * after the other what is hidden from them.
     */
    BoardFilter toFilter(Caller caller) {
        Reader reader = Reader.of(caller);
        requireCity("district", district, reader);
        requireCity("campaignId", campaignId, reader);
        Grouping grouping = QueryText.code(Grouping.class, "by", by);
        if (grouping != null && !grouping.isFor(reader)) {
            throw QueryText.notForThisCaller("by");
        }
        return new BoardFilter(
                caller,
                reader,
                district,
                agency,
                QueryText.id("instructionId", instructionId),
                QueryText.id("campaignId", campaignId),
                grouping);
    }

    private static void requireCity(String name, @Nullable String value, Reader reader) {
        if (value != null && reader != Reader.CITY) {
            throw QueryText.notForThisCaller(name);
        }
    }
}
