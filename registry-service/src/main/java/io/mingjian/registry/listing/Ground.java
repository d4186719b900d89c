package io.mingjian.registry.listing;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that speaks for a listing, as it was found.
 *
 * @param level WATCH or REVIEW
 * @param inputs the values that were seen
 * @param explanation in words that one could show the filer
 * @param status LAW, ORDER or ASSUMPTION
 */
@Schema(name = "AbnormalFilerGround", description = "提请复核的依据 / One thing that speaks for a listing")
public record Ground(
        String criterion,
        int version,
        String level,
        @Schema(type = SchemaType.OBJECT) JsonNode inputs,
        String explanation,
        String status) {

    /** Whether it adds nothing to another one: the same line of the same version was reached. */
    boolean saysTheSameAs(Ground other) {
        return criterion.equals(other.criterion)
                && version == other.version
                && level.equals(other.level)
                && (version > 0 || explanation.equals(other.explanation));
    }
}
