package io.mingjian.kit.lifecycle;

import io.mingjian.kit.lifecycle.ClockAction.Kind;
import io.mingjian.kit.time.LimitName;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a step does to clocks, in order; begun by {@link Clocks}. A clock that begins anew is
 * stopped and started in the same row. To stop a clock that does not run is allowed.
 */
public record ClockActions(List<ClockAction> list) {
    static final ClockActions NONE = new ClockActions(List.of());

    public ClockActions {
        list = List.copyOf(list);
    }

    public <L extends Enum<L> & LimitName> ClockActions start(L limit) {
        return then(Kind.START, limit);
    }

    public <L extends Enum<L> & LimitName> ClockActions stop(L limit) {
        return then(Kind.STOP, limit);
    }

    public <L extends Enum<L> & LimitName> ClockActions pause(L limit) {
        return then(Kind.PAUSE, limit);
    }

    public <L extends Enum<L> & LimitName> ClockActions resume(L limit) {
        return then(Kind.RESUME, limit);
    }

    private ClockActions then(Kind kind, LimitName limit) {
        return new ClockActions(
                Stream.concat(list.stream(), Stream.of(new ClockAction(kind, limit))).toList());
    }
}
