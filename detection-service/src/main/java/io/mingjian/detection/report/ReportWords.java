package io.mingjian.detection.report;

import io.mingjian.detection.analysis.Spots;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.report.Report.Line;
import io.mingjian.kit.time.LegalDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How figures of a report are said. */
final class ReportWords {
    private static final int LONGEST_FACTS = 260;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ReportWords() {}

    static String weight(Line line) {
        String group = line.groupName() == null ? "" : line.groupName() + "；";
        if (line.weight() <= 1) {
            return group + "只列出，不计入";
        }
        String ratio = "似然比 " + number(line.weight());
        if (line.counted() == null) {
            return group + ratio;
        }
        return group + ratio + (line.counted() ? "，计入" : "，同组已计更重的一条，不再计入");
    }

    static String errors(Line line) {
        Report.Errors errors = line.errors();
        if (errors == null) {
            return "未经测量";
        }
        String unit = errors.unitName() == null ? "" : " " + errors.unitName();
        String note = errors.unitNote() == null ? "" : "；" + errors.unitNote();
        return String.format(
                        Locale.ROOT,
                        "%,d / %,d%s（95%% 区间%s）",
                        errors.falseAlarms(),
                        errors.among(),
                        unit,
                        range(errors))
                + note
                + "；"
                + errors.source();
    }

    private static String range(Report.Errors errors) {
        String high = percent(errors.high(), RoundingMode.CEILING);
        return errors.low() == 0
                ? "：不超过 " + high
                : " " + percent(errors.low(), RoundingMode.FLOOR) + " 至 " + high;
    }

    /** Who had the same picture, and when. */
    static String used(Report.Match match, OffsetDateTime own) {
        return time(match.receivedAt())
                + "　"
                + match.organisation()
                + " 收取，"
                + (match.receivedAt().isBefore(own) ? "早于本件" : "不早于本件")
                + "：证据 "
                + match.evidenceId()
                + "，"
                + match.kindName();
    }

    /** On what a match stands. */
    static String likeness(Report.Match match) {
        String alike =
                "感知哈希相差 " + match.distance() + " 位（共 256 位），细部吻合 " + number(match.agreement());
        Report.Overlap fit = match.fit();
        if (fit == null) {
            return alike + where(match);
        }
        return alike
                + where(match)
                + "；"
                + (fit.inliers() == 0 ? "整幅叠合" : "吻合的特征点 " + fit.inliers() + " 个")
                + "，"
                + fit.turnName()
                + "；共同部分在本图"
                + region(fit.here())
                + "，在另一图"
                + region(fit.there())
                + "；由本图至另一图的变换 "
                + transform(fit.transform());
    }

    private static String where(Report.Match match) {
        return new Spots(match.second(), match.otherSecond(), match.place(), match.otherPlace())
                .inWords();
    }

    /** Nine numbers as three rows. */
    private static String transform(List<Double> numbers) {
        return IntStream.range(0, numbers.size() / 3)
                .mapToObj(row -> numbers.subList(3 * row, 3 * row + 3))
                .map(row -> row.stream().map(ReportWords::fine).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    private static String fine(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String region(Region region) {
        return String.format(
                Locale.ROOT,
                "左起 %.0f%%、上起 %.0f%%、宽 %.0f%%、高 %.0f%%",
                region.x() * 100,
                region.y() * 100,
                region.width() * 100,
                region.height() * 100);
    }

    static String facts(Map<String, Object> facts) {
        String all =
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining("；"));
        return all.length() <= LONGEST_FACTS
                ? all
                : all.substring(0, whole(all, LONGEST_FACTS)) + "……（全文见 JSON）";
    }

    /** Does not cut a character in two. */
    private static int whole(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Three significant digits, so that no rate that is not 0 is told as 0. */
    private static String percent(double share, RoundingMode outwards) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .round(new MathContext(3, outwards))
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    static String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(LegalDay.ZONE)) + "（北京时间）";
    }

    /** With what the same picture was looked for; of old runs that was not kept. */
    static String reuseVersions(Report.Versions versions) {
        return "感知哈希及特征点 "
                + version("print", versions.print())
                + "　索引及词表 "
                + version("index", versions.index());
    }

    private static String version(String of, @Nullable Integer version) {
        return version == null ? "版本当时未记录" : of + "/" + version;
    }
}
