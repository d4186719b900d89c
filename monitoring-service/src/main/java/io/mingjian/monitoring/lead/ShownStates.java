package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.RuleFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which states whom is told, by {@code codes/shown-states.yaml}; a state in two groups, or one that
 * has no name to be shown under, stops the start.
 */
public final class ShownStates {
    public static final ShownStates SHIPPED =
            new ShownStates(RuleFile.read("/codes/shown-states.yaml", Group.class));

    private final Map<LeadState, ShownState> toAgencies = new EnumMap<>(LeadState.class);
    private final Map<ShownState, Set<LeadState>> states = new EnumMap<>(ShownState.class);
    private final Map<ShownState, String> zh = new EnumMap<>(ShownState.class);

    /**
     * States that an agency is shown as one.
     *
     * @param of the states themselves
     */
    record Group(
            ShownState state, String zh, Set<LeadState> of, String basis, LimitStatus status) {}

    ShownStates(List<Group> groups) {
        for (LeadState state : LeadState.values()) {
            ShownState own = itself(state);
            toAgencies.put(state, own);
            states.put(own, EnumSet.of(state));
            zh.put(own, state.zh());
        }
        groups.forEach(this::add);
        if (!states.keySet().equals(EnumSet.allOf(ShownState.class))) {
            throw new IllegalStateException("only " + states.keySet() + " stand for anything");
        }
    }

    private void add(Group group) {
        for (LeadState state : group.of()) {
            if (toAgencies.put(state, group.state()) != itself(state)) {
                throw new IllegalStateException(state + " would be shown as two states");
            }
        }
        states.put(group.state(), EnumSet.copyOf(group.of()));
        zh.put(group.state(), group.zh());
    }

    private static ShownState itself(LeadState state) {
        return ShownState.valueOf(state.name());
    }

    /** What this reader is told. */
    ShownState to(Caller reader, LeadState state) {
        return LeadSight.seesDistrict(reader) ? itself(state) : toAgencies(state);
    }

    private ShownState toAgencies(LeadState state) {
        return Objects.requireNonNull(toAgencies.get(state));
    }

    /** Whether an agency notices that a lead went from one state to the other. */
    boolean differToAgencies(LeadState from, LeadState to) {
        return toAgencies(from) != toAgencies(to);
    }

    /** Whether agencies are ever told this state. */
    public boolean areTold(ShownState state) {
        return toAgencies.containsValue(state);
    }

    /** The states that agencies are told as they are. */
    public Set<LeadState> statesTold() {
        return Arrays.stream(LeadState.values())
                .filter(state -> toAgencies(state) == itself(state))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The states that it stands for. */
    public Set<LeadState> of(ShownState state) {
        return Set.copyOf(Objects.requireNonNull(states.get(state)));
    }

    /** The name that people read. */
    String zh(ShownState state) {
        return Objects.requireNonNull(zh.get(state));
    }

    /** The steps that agencies notice, which are those that change what they are told. */
    public Set<LeadStep> stepsTold() {
        return LeadLifecycle.TABLE.rows().stream()
                .filter(row -> differToAgencies(row.from(), row.to()))
                .map(row -> row.step())
                .collect(Collectors.toUnmodifiableSet());
    }
}
