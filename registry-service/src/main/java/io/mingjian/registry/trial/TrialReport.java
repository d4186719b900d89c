package io.mingjian.registry.trial;

import io.mingjian.registry.criteria.Criterion;
import io.mingjian.registry.criteria.Criterion.Status;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A finished trial in words and tables (Markdown, zh-CN) for people who decide whether a version
 * goes live, and who are lawyers rather than statisticians.
 */
final class TrialReport {
    private static final int COMBINATIONS = 12;

    private final StringBuilder text = new StringBuilder();

    private TrialReport() {}

    /**
     * @param inForce the versions in force when the trial was asked for
     */
    static String of(Trial trial, Criterion tried, List<Criterion> inForce, TrialResult result) {
        TrialReport report = new TrialReport();
        report.matter(trial, tried, Rules.of(inForce, tried).replaced(tried.code()));
        report.proposals(result);
        if (trial.kind() == TrialKind.BACK_TEST) {
            report.verdicts(result);
        }
        report.months(result);
        report.criteria(result);
        report.limits(trial.kind());
        return report.text.toString();
    }

    private void matter(Trial trial, Criterion tried, Optional<Criterion> replaced) {
        line("# 判定标准%s报告：%s", trial.kind().zh(), trial.code());
        line("");
        line("| 项目 | 内容 |");
        line("|---|---|");
        line("| 检验的版本 | %s |", words(tried));
        line("| 所替代的版本 | %s |", replaced.map(TrialReport::words).orElse("无（该标准现未生效）"));
        line("| 依据 | %s%s |", tried.basis(), tried.status() == Status.ASSUMPTION ? "（参数为暂定值）" : "");
        line("| 期间 | %s至%s |", trial.from(), trial.to());
        line("| 数据 | 期间内有投诉举报的%,d人、%,d件（混合提出的计一件） |", trial.persons(), trial.filings());
        line("| 编号 | %s |", trial.id());
        line("| 提出人 | %s |", trial.requestedBy());
        line(
                "| 完成时间 | %s |",
                trial.finishedAt() == null
                        ? ""
                        : TrialViews.local(trial.finishedAt()).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String words(Criterion version) {
        return "第%d版：%d日内%s关注线%s、复核线%s，最少样本%d，%s"
                .formatted(
                        version.version(),
                        version.windowDays(),
                        version.strictly() ? "超过" : "达到",
                        number(version.watch()),
                        number(version.review()),
                        version.minimumSample(),
                        version.alone() ? "可以单独提请" : "不单独提请");
    }

    private static String number(@Nullable BigDecimal line) {
        return line == null ? "（无）" : line.stripTrailingZeros().toPlainString();
    }

    private void proposals(TrialResult result) {
        heading("一、会提请复核多少人");
        line("“提请复核”只是请工作人员看一看，不影响任何一件投诉举报的受理、核查与奖励。每人只计首次。");
        line("");
        line("| | %s | %s |", RuleSet.IN_FORCE.zh(), RuleSet.TRIED.zh());
        line("|---|---:|---:|");
        both("提请复核的人数", result.inForce().proposed(), result.tried().proposed());
        both("其中期间内有举报查实等属实记录的", result.inForce().withUpheld(), result.tried().withUpheld());
        line("");
        line(
                "两者都提请的%,d人；仅拟检验版本提请的%,d人；改用拟检验版本后不再提请的%,d人。",
                result.both(), result.onlyTried(), result.onlyInForce());
    }

    private void verdicts(TrialResult result) {
        heading("二、与其后的人工决定相比");
        line("| 其后的人工决定 | %s | %s |", RuleSet.IN_FORCE.zh(), RuleSet.TRIED.zh());
        line("|---|---:|---:|");
        for (Verdict verdict : Verdict.values()) {
            both(verdict.zh(), result.inForce().of(verdict), result.tried().of(verdict));
        }
        line(
                "| 精确率（列入 ÷ 已有决定） | %s | %s |",
                share(result.inForce().precision()), share(result.tried().precision()));
        both(
                "误提（不予列入或列入后撤销）",
                result.inForce().precision().wrong(),
                result.tried().precision().wrong());
        line("");
        line(
                "其间及其后一年内由工作人员决定列入且未撤销的共%,d人，拟检验版本在决定之前会提请其中%,d人%s。",
                result.listed(),
                result.listedFound(),
                result.listed() == 0
                        ? ""
                        : "（%s）"
                                .formatted(
                                        percent((double) result.listedFound() / result.listed())));
    }

    private void months(TrialResult result) {
        heading("按月（首次提请）");
        SortedMap<YearMonth, long[]> months = new TreeMap<>();
        result.inForce().byMonth().forEach((month, count) -> at(months, month)[0] = count);
        result.tried().byMonth().forEach((month, count) -> at(months, month)[1] = count);
        line("| 月份 | %s | %s |", RuleSet.IN_FORCE.zh(), RuleSet.TRIED.zh());
        line("|---|---:|---:|");
        months.forEach((month, counts) -> both(month.toString(), counts[0], counts[1]));
    }

    private static long[] at(SortedMap<YearMonth, long[]> months, YearMonth month) {
        return months.computeIfAbsent(month, none -> new long[2]);
    }

    private void criteria(TrialResult result) {
        heading("因何提请（采用拟检验版本）");
        line("| 同时达到界线的标准 | 人数 |");
        line("|---|---:|");
        List<Map.Entry<String, Long>> all = result.tried().criteriaByNumber();
        all.stream()
                .limit(COMBINATIONS)
                .forEach(each -> line("| %s | %,d |", each.getKey(), each.getValue()));
        long others = all.stream().skip(COMBINATIONS).mapToLong(Map.Entry::getValue).sum();
        if (others > 0) {
            line("| 其他组合 | %,d |", others);
        }
    }

    private void limits(TrialKind kind) {
        heading("如何理解");
        line("- 检验按每一天当时可知的投诉举报与处理结果，重演与日常完全相同的规则；事后撤销的记录不计入。");
        line("- 查实（立案等）的投诉举报、内部举报人和知情人的举报、涉及人身安全的投诉举报不计入次数。");
        line("- 单一统计指标不足以提请复核；须另有一项达到关注线，或者依据人工确认的事实。");
        if (kind == TrialKind.BACK_TEST) {
            line("- 人工决定只涉及工作人员看过的人，未看过的人不代表没有问题，也不代表有问题；精确率只对有决定的人成立。");
            line("- 区间为95%置信区间（Wilson）；有决定的人少，区间就宽。");
        }
        line("- 检验不提请任何人、不改变任何提示。是否启用，由提出人以外的负责人决定。");
    }

    private void both(String name, long before, long tried) {
        line("| %s | %,d | %,d |", name, before, tried);
    }

    private static String share(Precision precision) {
        return precision.isKnown()
                ? "%s（%s至%s）"
                        .formatted(
                                percent(precision.share()),
                                percent(precision.low()),
                                percent(precision.high()))
                : "无从计算";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    private void heading(String words) {
        line("");
        line("## %s", words);
        line("");
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
