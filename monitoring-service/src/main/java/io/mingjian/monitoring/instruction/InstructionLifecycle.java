package io.mingjian.monitoring.instruction;

import static io.mingjian.kit.lifecycle.Actor.CITY;
import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.MONITOR;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.instruction.CommissionStep.ACKNOWLEDGE;
import static io.mingjian.monitoring.instruction.CommissionStep.ACKNOWLEDGE_AMENDMENT;
import static io.mingjian.monitoring.instruction.CommissionStep.ASK_ANEW;
import static io.mingjian.monitoring.instruction.CommissionStep.DECLINE;
import static io.mingjian.monitoring.instruction.CommissionStep.RELEASE;
import static io.mingjian.monitoring.instruction.CommissionStep.REOPEN;
import static io.mingjian.monitoring.instruction.CommissionStep.SUBMIT_RESULT;
import static io.mingjian.monitoring.instruction.CommissionStep.WITHDRAW;
import static io.mingjian.monitoring.instruction.InstructionLimit.ACKNOWLEDGEMENT;
import static io.mingjian.monitoring.instruction.InstructionStep.AMEND;
import static io.mingjian.monitoring.instruction.InstructionStep.CLOSE;
import static io.mingjian.monitoring.instruction.InstructionStep.COMPLETE;
import static io.mingjian.monitoring.instruction.InstructionStep.REMIND;

import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import java.util.EnumSet;

/**
 * Two tables: the instruction as a whole, and each agency's part of it. No text prescribes them;
 * they follow the six published steps of the Shanghai monitoring loop. An amendment gives whoever
 * is concerned a new term to acknowledge it; whoever was done is no longer.
 */
final class InstructionLifecycle {
    static final LegalLimits<InstructionLimit> LIMITS =
            Tables.INSTALLED.make(
                    Table.INSTRUCTION_LIMITS,
                    yaml ->
                            LegalLimits.parse(
                                    InstructionLimit.class, "limits/instruction.yaml", yaml));

    static final Lifecycle<InstructionState, InstructionStep> INSTRUCTION =
            Lifecycle.of(
                    "instruction",
                    InstructionState.ISSUED,
                    EnumSet.of(InstructionState.CLOSED),
                    row(
                            InstructionState.ISSUED,
                            COMPLETE,
                            InstructionState.CLOSED,
                            Actor.MACHINE,
                            OPTIONAL,
                            none(),
                            "[assumption] monitoring loop"),
                    row(
                            InstructionState.ISSUED,
                            CLOSE,
                            InstructionState.CLOSED,
                            CITY.and(REVIEWER),
                            REQUIRED,
                            none(),
                            "[assumption] monitoring loop"),
                    row(
                            InstructionState.ISSUED,
                            AMEND,
                            InstructionState.ISSUED,
                            CITY.and(REVIEWER),
                            REQUIRED,
                            none(),
                            "[assumption] monitoring loop"),
                    row(
                            InstructionState.ISSUED,
                            REMIND,
                            InstructionState.ISSUED,
                            MACHINE.or(CITY.and(REVIEWER)),
                            OPTIONAL,
                            none(),
                            "[assumption] monitoring loop"));

    static final Lifecycle<CommissionState, CommissionStep> COMMISSION =
            Lifecycle.of(
                            "commission",
                            CommissionState.ISSUED,
                            EnumSet.of(CommissionState.CLOSED),
                            // spotless:off
                    //  from                              step                      to                                by                              reasons   clocks                                        Article
                    row(CommissionState.ISSUED,           ACKNOWLEDGE,              CommissionState.ACKNOWLEDGED,     MONITOR,                        OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.ISSUED,           DECLINE,                  CommissionState.DECLINED,         MONITOR,                        REQUIRED, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.ISSUED,           CommissionStep.AMEND,     CommissionState.ISSUED,           CITY.and(REVIEWER),             REQUIRED, stop(ACKNOWLEDGEMENT).start(ACKNOWLEDGEMENT), "[assumption] monitoring loop"),
                    row(CommissionState.ISSUED,           WITHDRAW,                 CommissionState.WITHDRAWN,        CITY.and(REVIEWER),             REQUIRED, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.ACKNOWLEDGED,     SUBMIT_RESULT,            CommissionState.RESULT_SUBMITTED, MONITOR,                        OPTIONAL, none(),                                       "[assumption] monitoring loop"),
                    row(CommissionState.ACKNOWLEDGED,     ACKNOWLEDGE_AMENDMENT,    CommissionState.ACKNOWLEDGED,     MONITOR,                        OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.ACKNOWLEDGED,     CommissionStep.COMPLETE,  CommissionState.COMPLETED,        MONITOR,                        OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.ACKNOWLEDGED,     CommissionStep.AMEND,     CommissionState.ACKNOWLEDGED,     CITY.and(REVIEWER),             REQUIRED, stop(ACKNOWLEDGEMENT).start(ACKNOWLEDGEMENT), "[assumption] monitoring loop"),
                    row(CommissionState.ACKNOWLEDGED,     WITHDRAW,                 CommissionState.WITHDRAWN,        CITY.and(REVIEWER),             REQUIRED, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.RESULT_SUBMITTED, SUBMIT_RESULT,            CommissionState.RESULT_SUBMITTED, MONITOR,                        OPTIONAL, none(),                                       "[assumption] monitoring loop"),
                    row(CommissionState.RESULT_SUBMITTED, ACKNOWLEDGE_AMENDMENT,    CommissionState.RESULT_SUBMITTED, MONITOR,                        OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.RESULT_SUBMITTED, CommissionStep.COMPLETE,  CommissionState.COMPLETED,        MONITOR,                        OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.RESULT_SUBMITTED, CommissionStep.AMEND,     CommissionState.RESULT_SUBMITTED, CITY.and(REVIEWER),             REQUIRED, stop(ACKNOWLEDGEMENT).start(ACKNOWLEDGEMENT), "[assumption] monitoring loop"),
                    row(CommissionState.COMPLETED,        REOPEN,                   CommissionState.ACKNOWLEDGED,     CITY.and(REVIEWER),             REQUIRED, none(),                                       "[assumption] monitoring loop"),
                    row(CommissionState.COMPLETED,        CommissionStep.AMEND,     CommissionState.ACKNOWLEDGED,     CITY.and(REVIEWER),             REQUIRED, stop(ACKNOWLEDGEMENT).start(ACKNOWLEDGEMENT), "[assumption] monitoring loop"),
                    row(CommissionState.DECLINED,         ASK_ANEW,                 CommissionState.ISSUED,           CITY.and(REVIEWER),             REQUIRED, start(ACKNOWLEDGEMENT),                       "[assumption] monitoring loop"),
                    row(CommissionState.WITHDRAWN,        ASK_ANEW,                 CommissionState.ISSUED,           CITY.and(REVIEWER),             REQUIRED, start(ACKNOWLEDGEMENT),                       "[assumption] monitoring loop"),
                    row(CommissionState.ISSUED,           RELEASE,                  CommissionState.CLOSED,           MACHINE.or(CITY.and(REVIEWER)), OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.ACKNOWLEDGED,     RELEASE,                  CommissionState.CLOSED,           MACHINE.or(CITY.and(REVIEWER)), OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.RESULT_SUBMITTED, RELEASE,                  CommissionState.CLOSED,           MACHINE.or(CITY.and(REVIEWER)), OPTIONAL, stop(ACKNOWLEDGEMENT),                        "[assumption] monitoring loop"),
                    row(CommissionState.COMPLETED,        RELEASE,                  CommissionState.CLOSED,           MACHINE.or(CITY.and(REVIEWER)), OPTIONAL, none(),                                       "[assumption] monitoring loop"),
                    row(CommissionState.DECLINED,         RELEASE,                  CommissionState.CLOSED,           MACHINE.or(CITY.and(REVIEWER)), OPTIONAL, none(),                                       "[assumption] monitoring loop"),
                    row(CommissionState.WITHDRAWN,        RELEASE,                  CommissionState.CLOSED,           MACHINE.or(CITY.and(REVIEWER)), OPTIONAL, none(),                                       "[assumption] monitoring loop"))
                    // spotless:on
                    .opening(start(ACKNOWLEDGEMENT));

    private InstructionLifecycle() {}
}
