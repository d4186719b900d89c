package io.mingjian.registry.procedure;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step that the law knows in this state but that is not the caller's to take now, and why.
 *
 * @param name zh-CN
 */
@Schema(name = "ClosedStep", description = "暂不可办步骤及原因 / A step that is not open, and why")
public record ClosedStep(String step, String name, String reason) {

    /** The row of a step that is not open to this caller. */
    public static ClosedStep of(Row<?, ?> row, String name, Caller caller, String holder) {
        return new ClosedStep(row.step().name(), name, why(row, caller, holder));
    }

    private static String why(Row<?, ?> row, Caller caller, String holder) {
        if (!row.by().admits(Actor.of(caller))) {
            return "须由" + row.by().zh() + "办理。";
        }
        return caller.organisation().equals(holder)
                ? "目前不具备办理此步骤的条件（如期限、前置步骤，或者须由他人决定）。"
                : "本件由其他单位办理，贵单位不能作此步骤。";
    }
}
