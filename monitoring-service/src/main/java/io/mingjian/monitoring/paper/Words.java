package io.mingjian.monitoring.paper;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.assignment.Districts;
import io.mingjian.monitoring.assignment.Districts.District;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How days, times and offices are written on papers. */
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private Words() {}

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    static String time(Instant at) {
        return at.atZone(LegalDay.ZONE).format(TIME);
    }

    /** To the fen; what an earlier release let in with more digits is not rounded. */
    static String yuan(BigDecimal amount) {
        int digits = Math.max(2, amount.stripTrailingZeros().scale());
        return amount.setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** A bureau by its organisation id: the city's unless it is a district's. */
    static String bureau(String organisation) {
        return Districts.SHIPPED.all().stream()
                .filter(each -> each.organisation().equals(organisation))
                .findFirst()
                .map(each -> "上海市" + each.zh() + "市场监督管理局")
                .orElse("上海市市场监督管理局");
    }

    /** An agency by its registered name and its id, or by its id alone. */
    static String agency(String id, Map<String, String> names) {
        String name = names.get(id);
        return name == null ? id : name + "（" + id + "）";
    }

    /** A district by its code; what stands for the city and for leads without one is said too. */
    static String district(@Nullable String code) {
        if (Tally.CITY.equals(code)) {
            return "市局办理";
        }
        return code == null ? "未分派" : Districts.SHIPPED.byCode(code).map(District::zh).orElse(code);
    }
}
