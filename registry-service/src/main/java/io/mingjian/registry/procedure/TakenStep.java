package io.mingjian.registry.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken, for the timeline.
 *
 * @param name zh-CN, where the log is shown in words; so with the names of ground and factors
 * @param by login name of the person, or of the machine
 * @param ground code of the legal ground where the step has several
 * @param factors letters of the factors of Art 17
 */
@Schema(name = "TakenStep", description = "办理经过 / A step that was taken")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TakenStep(
        String step,
        @Nullable String name,
        String from,
        String to,
        String by,
        String organisation,
        OffsetDateTime at,
        @Nullable String ground,
        @Nullable String groundName,
        List<String> factors,
        List<String> factorNames,
        @Nullable String reasons,
        String article) {

    /** The same with what its codes mean. */
    public TakenStep inWords(
            String stepName, @Nullable String groundWords, List<String> factorWords) {
        return new TakenStep(
                step,
                stepName,
                from,
                to,
                by,
                organisation,
                at,
                ground,
                groundWords,
                factors,
                factorWords,
                reasons,
                article);
    }
}
