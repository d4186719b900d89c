package io.mingjian.registry.complaint;

import io.mingjian.registry.procedure.TakenStep;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The log of a complaint in words; it keeps codes. */
final class ComplaintWords {
    /** As {@code 16(3)}. */
    private static final Pattern GROUND = Pattern.compile("(16|23)\\((\\d)\\)");

    private ComplaintWords() {}

    static TakenStep of(TakenStep taken) {
        List<String> factors =
                taken.factors().stream()
                        .flatMap(letter -> ConsumptionFactor.ofLetter(letter).stream())
                        .map(ConsumptionFactor::zh)
                        .toList();
        String ground = taken.ground();
        return taken.inWords(
                ComplaintStep.valueOf(taken.step()).zh(),
                ground == null ? null : ground(ground),
                factors);
    }

    private static String ground(String codes) {
        return Arrays.stream(codes.split(";"))
                .map(ComplaintWords::one)
                .collect(Collectors.joining("；"));
    }

    private static String one(String code) {
        Matcher matcher = GROUND.matcher(code);
        if (!matcher.matches()) {
            return "第" + code + "条";
        }
        int number = Integer.parseInt(matcher.group(2));
        Optional<String> words =
                matcher.group(1).equals("16")
                        ? NonAcceptanceGround.ofNumber(number).map(NonAcceptanceGround::zh)
                        : TerminationGround.ofNumber(number).map(TerminationGround::zh);
        return "第" + matcher.group(1) + "条第" + number + "项：" + words.orElse(code);
    }
}
