package io.mingjian.monitoring.lead;

import io.mingjian.kit.refusal.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may become of a finding that is handed in. */
public final class Submissions {
    private Submissions() {}

    /** What became of one item. */
    public sealed interface Outcome permits Taken, Repeated, NumberReused, Refused {}

    /** A new lead. */
    public record Taken(UUID leadId, String leadNo, String findingNo) implements Outcome {}

    /** The same finding came before; nothing was done. */
    public record Repeated(UUID leadId, String leadNo, String findingNo) implements Outcome {}

    /** The number stands for another finding. */
    public record NumberReused(String findingNo) implements Outcome {}

    /** The checks refuse it. */
    public record Refused(@Nullable String findingNo, List<FieldError> errors) implements Outcome {}
}
