package io.mingjian.monitoring.letter;

import static io.mingjian.kit.lifecycle.Actor.HEAD;
import static io.mingjian.kit.lifecycle.Actor.OFFICER;
import static io.mingjian.kit.lifecycle.Actor.PLATFORM;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Reasons.REQUIRED;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.letter.LetterState.ACKNOWLEDGED;
import static io.mingjian.monitoring.letter.LetterState.ANSWERED;
import static io.mingjian.monitoring.letter.LetterState.DRAFTED;
import static io.mingjian.monitoring.letter.LetterState.ISSUED;
import static io.mingjian.monitoring.letter.LetterState.WITHDRAWN;
import static io.mingjian.monitoring.letter.LetterStep.ACKNOWLEDGE;
import static io.mingjian.monitoring.letter.LetterStep.ISSUE;
import static io.mingjian.monitoring.letter.LetterStep.REMIND;
import static io.mingjian.monitoring.letter.LetterStep.WITHDRAW;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;

/** Letters of assistance under Order 2 Art 45. One row = one lawful step. */
final class LetterLifecycle {
    static final LegalLimits<LetterLimit> LIMITS =
            Tables.INSTALLED.make(
                    Table.LETTER_LIMITS,
                    yaml -> LegalLimits.parse(LetterLimit.class, "limits/letter.yaml", yaml));

    static final Lifecycle<LetterState, LetterStep> TABLE =
            Lifecycle.of(
                    "letter",
                    DRAFTED,
                    LetterState.ends(),
                    // spotless:off
                    //  from          step                to            by                 reasons   clocks                     Article
                    row(DRAFTED,      ISSUE,              ISSUED,       REVIEWER.or(HEAD), OPTIONAL, start(LetterLimit.ANSWER), "Order 2 Art 45"),
                    row(DRAFTED,      WITHDRAW,           WITHDRAWN,    OFFICER,           REQUIRED, none(),                    "–"),
                    row(ISSUED,       ACKNOWLEDGE,        ACKNOWLEDGED, PLATFORM,          OPTIONAL, none(),                    "[assumption] monitoring loop"),
                    row(ISSUED,       LetterStep.ANSWER,  ANSWERED,     PLATFORM,          OPTIONAL, stop(LetterLimit.ANSWER),  "Order 2 Art 45; Order 37 Art 34"),
                    row(ISSUED,       REMIND,             ISSUED,       OFFICER,           OPTIONAL, none(),                    "[assumption] monitoring loop"),
                    row(ISSUED,       WITHDRAW,           WITHDRAWN,    OFFICER,           REQUIRED, stop(LetterLimit.ANSWER),  "[assumption] monitoring loop"),
                    row(ACKNOWLEDGED, LetterStep.ANSWER,  ANSWERED,     PLATFORM,          OPTIONAL, stop(LetterLimit.ANSWER),  "Order 2 Art 45; Order 37 Art 34"),
                    row(ACKNOWLEDGED, REMIND,             ACKNOWLEDGED, OFFICER,           OPTIONAL, none(),                    "[assumption] monitoring loop"),
                    row(ACKNOWLEDGED, WITHDRAW,           WITHDRAWN,    OFFICER,           REQUIRED, stop(LetterLimit.ANSWER),  "[assumption] monitoring loop"));
                    // spotless:on

    private LetterLifecycle() {}
}
