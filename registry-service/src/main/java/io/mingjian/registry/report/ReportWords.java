package io.mingjian.registry.report;

import io.mingjian.registry.procedure.TakenStep;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of a report in words; it keeps codes. */
final class ReportWords {
    /** As {@code 20(1)}, of Order 2. */
    private static final Pattern GROUND = Pattern.compile("(19|20)\\((\\d)\\)");

    private ReportWords() {}

    static TakenStep of(TakenStep taken) {
        String ground = taken.ground();
        return taken.inWords(
                ReportStep.valueOf(taken.step()).zh(),
                ground == null ? null : ground(ground),
                List.of());
    }

    private static String ground(String code) {
        Matcher matcher = GROUND.matcher(code);
        if (!matcher.matches()) {
            return code;
        }
        int number = Integer.parseInt(matcher.group(2));
        return matcher.group(1).equals("20")
                ? "程序规定第20条第" + number + "项：" + noCase(number)
                : "程序规定第19条，未满足的条件：" + condition(number);
    }

    private static String noCase(int number) {
        return NoCaseGround.ofNumber(number).map(NoCaseGround::zh).orElse("");
    }

    private static String condition(int number) {
        return Arrays.stream(CaseCondition.values())
                .filter(each -> each.number() == number)
                .map(CaseCondition::zh)
                .findFirst()
                .orElse("");
    }
}
