package io.mingjian.kit.refusal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A lifecycle has no row for this step in this state, or not for this actor. */
public final class StepNotAllowed extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String state;
    private final transient List<String> allowed;

    public StepNotAllowed(Enum<?> state, Enum<?> step, Collection<? extends Enum<?>> allowed) {
        super(
                ProblemType.STEP_NOT_ALLOWED,
                "当前状态（" + state + "）不能进行该步骤（" + step + "）；现可进行：" + list(allowed) + "。",
                "Step "
                        + step
                        + " is not open in state "
                        + state
                        + "; open: "
                        + list(allowed)
                        + ".");
        this.state = state.name();
        this.allowed = allowed.stream().map(Enum::name).toList();
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("state", state, "openSteps", allowed);
    }

    private static String list(Collection<? extends Enum<?>> steps) {
        return steps.isEmpty() ? "–" : String.join(", ", steps.stream().map(Enum::name).toList());
    }
}
