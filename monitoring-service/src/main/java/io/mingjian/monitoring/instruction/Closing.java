package io.mingjian.monitoring.instruction;

import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.monitoring.clock.Moment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When nothing is waited for any longer of the agencies of an instruction. A last day is no end for
 * one that is at work: it is reminded, what it hands in is marked as late, and only after a grace
 * is it no longer waited for. One that all agencies declined waits for its last day: the city may
 * ask others.
 */
final class Closing {
    static final LegalLimits<ClosingLimit> LIMITS =
            LegalLimits.load(ClosingLimit.class, "codes/instruction-closing.yaml");

    private Closing() {}

    static boolean isOver(Instruction instruction, List<Commission> parts, Moment now) {
        return instruction.state() != InstructionState.CLOSED
                && (isGraceOver(waitedForFrom(instruction, parts), now)
                        || (isNobodyAtWork(parts)
                                && (isAnyDone(parts)
                                        || instruction.deadline().isBefore(now.day()))));
    }

    private static LocalDate waitedForFrom(Instruction instruction, List<Commission> parts) {
        return Stream.concat(
                        Stream.of(instruction.deadline()),
                        parts.stream()
                                .filter(part -> part.state().isAtWork())
                                .map(Commission::toldOn))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A last day whose grace is over, and none is later; all before it may be over too. */
    static LocalDate lastWithoutGrace(Moment now) {
        LocalDate deadline = now.day().minusDays(1);
        while (!isGraceOver(deadline, now)) {
            deadline = deadline.minusDays(1);
        }
        return deadline;
    }

    private static boolean isGraceOver(LocalDate from, Moment now) {
        return LegalClock.started(LIMITS.at(ClosingLimit.GRACE, from), from)
                .due(now.calendar())
                .isOverdueOn(now.day());
    }

    private static boolean isNobodyAtWork(List<Commission> parts) {
        return parts.stream().noneMatch(part -> part.state().isAtWork());
    }

    private static boolean isAnyDone(List<Commission> parts) {
        return parts.stream().anyMatch(part -> part.state() == CommissionState.COMPLETED);
    }
}
