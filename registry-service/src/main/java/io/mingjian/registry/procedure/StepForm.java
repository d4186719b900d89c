package io.mingjian.registry.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.lifecycle.Row;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step that is open to the caller and what it asks for, so that a console can draw its form.
 *
 * @param name zh-CN
 * @param path last part of the address that takes the step
 * @param grounds the legal grounds to choose from, where the step has several
 * @param fields beside {@code ground} and {@code reasons}
 */
@Schema(name = "StepForm", description = "可办步骤及其所需内容 / An open step and what it asks for")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepForm(
        String step,
        String name,
        String article,
        String path,
        boolean reasonsRequired,
        List<Ground> grounds,
        List<Field> fields) {

    /** A legal ground with its words. */
    @Schema(name = "StepGround", description = "可选的法定情形 / A legal ground")
    public record Ground(int number, String zh, String article) {}

    /**
     * A field of the request.
     *
     * @param required always asked for; others depend on what else is said
     * @param codes what may be chosen, where it is a code
     */
    @Schema(name = "StepField", description = "所需内容 / A field of the request")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(String name, String zh, boolean required, List<String> codes) {

        /** A field without which the step is refused. */
        public static Field required(String name, String zh) {
            return new Field(name, zh, true, List.of());
        }

        public static Field optional(String name, String zh) {
            return new Field(name, zh, false, List.of());
        }

        /** The same, to be chosen from codes. */
        public Field of(Class<? extends Enum<?>> codes) {
            return of(Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList());
        }

        /** The same, to be chosen from codes. */
        public Field of(List<String> codes) {
            return new Field(name, zh, required, codes);
        }
    }

    /** The form of a row of the table. */
    public static StepForm of(
            Row<?, ?> row, String name, String path, List<Ground> grounds, List<Field> fields) {
        return new StepForm(
                row.step().name(), name, row.article(), path, row.needsReasons(), grounds, fields);
    }
}
