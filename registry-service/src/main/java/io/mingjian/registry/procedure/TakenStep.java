package io.mingjian.registry.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken, for the timeline.
 *
 * @param by login name of the person, or of the machine
 * @param ground code of the legal ground where the step has several
 * @param factors letters of the factors of Art 17
 */
@Schema(name = "TakenStep", description = "办理经过 / A step that was taken")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TakenStep(
        String step,
        String from,
        String to,
        String by,
        String organisation,
        OffsetDateTime at,
        @Nullable String ground,
        List<String> factors,
        @Nullable String reasons,
        String article) {}
