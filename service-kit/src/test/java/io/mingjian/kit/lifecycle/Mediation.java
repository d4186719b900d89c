package io.mingjian.kit.lifecycle;

import static io.mingjian.kit.lifecycle.Actor.CITY;
import static io.mingjian.kit.lifecycle.Actor.HANDLER;
import static io.mingjian.kit.lifecycle.Actor.INTAKE;
import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.OFFICER;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.pause;
import static io.mingjian.kit.lifecycle.Clocks.resume;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;

import io.mingjian.kit.time.LimitName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A small procedure for the tests of lifecycles: right as it stands, and easy to spoil. */
public final class Mediation {

    /** States of the sample. */
    public enum State {
        FILED,
        OPEN,
        APPRAISAL,
        REFUSED,
        CLOSED
    }

    /** Steps of the sample. */
    public enum Step {
        ACCEPT,
        REFUSE,
        BEGIN_APPRAISAL,
        END_APPRAISAL,
        ARCHIVE
    }

    /** Limits of the sample. */
    public enum Limit implements LimitName {
        MEDIATION
    }

    /** The sample as it should be. */
    public static final Lifecycle<State, Step> TABLE = spoiled(rows -> rows);

    private Mediation() {}

    /** States that end a right in the sample. */
    public static Set<State> endsOfRight() {
        return EnumSet.of(State.REFUSED);
    }

    /** The sample with a fault. */
    @SuppressWarnings("unchecked")
    public static Lifecycle<State, Step> spoiled(UnaryOperator<List<Row<State, Step>>> fault) {
        return Lifecycle.of(
                "mediation",
                State.FILED,
                EnumSet.of(State.CLOSED),
                fault.apply(new ArrayList<>(rows())).toArray(Row[]::new));
    }

    /** What officers would read. */
    public static String label(Enum<?> value) {
        return switch (value.name()) {
            case "FILED" -> "已登记";
            case "OPEN" -> "已受理";
            case "APPRAISAL" -> "鉴定中";
            case "REFUSED" -> "不予受理";
            case "CLOSED" -> "已办结";
            case "ACCEPT" -> "受理";
            case "REFUSE" -> "拒绝受理";
            case "BEGIN_APPRAISAL" -> "开始鉴定";
            case "END_APPRAISAL" -> "结束鉴定";
            case "ARCHIVE" -> "归档";
            case "MEDIATION" -> "调解期限";
            default -> throw new IllegalArgumentException(value.name());
        };
    }

    private static List<Row<State, Step>> rows() {
        return List.of(
                row(
                        State.FILED,
                        Step.ACCEPT,
                        State.OPEN,
                        OFFICER,
                        REQUIRED,
                        start(Limit.MEDIATION),
                        "15"),
                row(
                        State.FILED,
                        Step.REFUSE,
                        State.REFUSED,
                        CITY.and(REVIEWER).or(HANDLER),
                        REQUIRED,
                        none(),
                        "15, 16"),
                row(
                        State.OPEN,
                        Step.BEGIN_APPRAISAL,
                        State.APPRAISAL,
                        OFFICER,
                        OPTIONAL,
                        pause(Limit.MEDIATION),
                        "22"),
                row(
                        State.APPRAISAL,
                        Step.END_APPRAISAL,
                        State.OPEN,
                        OFFICER,
                        OPTIONAL,
                        resume(Limit.MEDIATION),
                        "22"),
                row(
                        State.OPEN,
                        Step.ARCHIVE,
                        State.CLOSED,
                        INTAKE.or(MACHINE),
                        OPTIONAL,
                        stop(Limit.MEDIATION),
                        "–"),
                row(
                        State.REFUSED,
                        Step.ARCHIVE,
                        State.CLOSED,
                        INTAKE.or(MACHINE),
                        OPTIONAL,
                        none(),
                        "–"));
    }
}
