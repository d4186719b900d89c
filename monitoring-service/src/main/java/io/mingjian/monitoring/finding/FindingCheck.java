package io.mingjian.monitoring.finding;

import io.mingjian.kit.refusal.FieldError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine's format check of one finding: immediate, complete (all problems at once), and about
 * form only. Monitoring loop, step "format or hash check fails → refused".
 */
public final class FindingCheck {
    private static final Pattern FINDING_NO = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern DISTRICT = Pattern.compile("[1-9]\\d{5}");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int MOST_EVIDENCE = 20;
    private static final int SHORT_TEXT = 200;
    private static final int LONG_TEXT = 4000;

    private final Set<OutputField> required;
    private final ViolationTypes violationTypes;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private FindingCheck(Set<OutputField> required, ViolationTypes violationTypes, Instant now) {
        this.required = required;
        this.violationTypes = violationTypes;
        this.now = now;
    }

    /**
     * All format problems of a finding, with JSON pointers from the finding's root; empty when
     * there is none.
     */
    public static List<FieldError> problemsOf(
            Finding finding,
            Set<OutputField> required,
            ViolationTypes violationTypes,
            Instant now) {
        FindingCheck check = new FindingCheck(required, violationTypes, now);
        check.identity(finding);
        check.place(finding);
        check.content(finding);
        check.times(finding);
        check.evidence(finding.evidence());
        check.outputSpecification(finding);
        return List.copyOf(check.errors);
    }

    private void identity(Finding finding) {
        if (finding.findingNo() == null || !FINDING_NO.matcher(finding.findingNo()).matches()) {
            add("/findingNo", "malformed", "线索编号必填，1 至 64 位字母、数字或 . _ / -");
        }
        text("/collectorId", finding.collectorId(), SHORT_TEXT);
        if (finding.uscc() != null && !CreditCode.isValid(finding.uscc())) {
            add("/uscc", "check-digit", "统一社会信用代码应为 18 位且校验位正确（GB 32100）");
        }
        longest("/subjectName", finding.subjectName(), SHORT_TEXT);
        longest("/shopName", finding.shopName(), SHORT_TEXT);
    }

    private void place(Finding finding) {
        text("/platform", finding.platform(), SHORT_TEXT);
        if (finding.platformType() == null) {
            add("/platformType", "required", "平台类型必填");
        }
        if (PageUrl.of(finding.pageUrl()).isEmpty()) {
            add("/pageUrl", "malformed", "页面网址必填，应为完整的 http 或 https 网址");
        }
        if (finding.shopUrl() != null && PageUrl.of(finding.shopUrl()).isEmpty()) {
            add("/shopUrl", "malformed", "店铺网址应为完整的 http 或 https 网址");
        }
        if (finding.districtCode() != null && !DISTRICT.matcher(finding.districtCode()).matches()) {
            add("/districtCode", "malformed", "行政区划代码应为 6 位数字");
        }
        longest("/publishedAddress", finding.publishedAddress(), SHORT_TEXT);
    }

    private void content(Finding finding) {
        if (!violationTypes.knows(finding.violationType())) {
            add("/violationType", "unknown-code", "违法类型必填，且应为代码表中的代码");
        }
        text("/contentSummary", finding.contentSummary(), LONG_TEXT);
        longest("/goodsName", finding.goodsName(), SHORT_TEXT);
        if (finding.price() != null && finding.price().compareTo(BigDecimal.ZERO) < 0) {
            add("/price", "negative", "价格不能为负数");
        }
        if (finding.salesVolume() != null && finding.salesVolume() < 0) {
            add("/salesVolume", "negative", "销量不能为负数");
        }
        int at = 0;
        for (String provision :
                finding.provisionRefs() == null ? List.<String>of() : finding.provisionRefs()) {
            text("/provisionRefs/" + at++, provision, SHORT_TEXT);
        }
    }

    private void times(Finding finding) {
        OffsetDateTime collectedAt = finding.collectedAt();
        if (collectedAt == null) {
            add("/collectedAt", "required", "采集时间必填");
            return;
        }
        if (collectedAt.toInstant().isAfter(now.plus(CLOCK_TOLERANCE))) {
            add("/collectedAt", "in-future", "采集时间不能晚于当前时间");
        }
        if (finding.firstSeenAt() != null && finding.firstSeenAt().isAfter(collectedAt)) {
            add("/firstSeenAt", "after-collection", "首次发现时间不能晚于采集时间");
        }
    }

    private void evidence(@Nullable List<Fixation> fixations) {
        if (fixations == null || fixations.isEmpty()) {
            add("/evidence", "required", "至少附一份证据及其固定记录");
            return;
        }
        if (fixations.size() > MOST_EVIDENCE) {
            add("/evidence", "too-many", "每条线索最多附 " + MOST_EVIDENCE + " 份证据");
            return;
        }
        for (int at = 0; at < fixations.size(); at++) {
            fixation("/evidence/" + at, fixations.get(at));
        }
    }

    private void fixation(String pointer, @Nullable Fixation fixation) {
        if (fixation == null) {
            add(pointer, "required", "证据固定记录不能为空");
            return;
        }
        if (fixation.evidenceId() == null) {
            add(pointer + "/evidenceId", "required", "证据编号必填，请先上传证据");
        }
        text(pointer + "/preserver", fixation.preserver(), SHORT_TEXT);
        text(pointer + "/tool", fixation.tool(), SHORT_TEXT);
        text(pointer + "/toolVersion", fixation.toolVersion(), SHORT_TEXT);
        text(pointer + "/operator", fixation.operator(), SHORT_TEXT);
        if (PageUrl.of(fixation.url()).isEmpty()) {
            add(pointer + "/url", "malformed", "固证网址必填，应为完整的 http 或 https 网址");
        }
        hash(pointer + "/sha256", fixation.sha256(), "SHA-256");
        hash(pointer + "/sm3", fixation.sm3(), "SM3");
        method(pointer, fixation);
    }

    /** Order 2 Art 26: method, time and maker. */
    private void method(String pointer, Fixation fixation) {
        Fixation.TimeCalibration calibration = fixation.timeCalibration();
        if (calibration == null
                || calibration.source() == null
                || calibration.source().isBlank()
                || calibration.offsetMillis() == null
                || calibration.calibratedAt() == null) {
            add(pointer + "/timeCalibration", "required", "校时记录必填：时间源、偏差毫秒数、校时时间");
        }
        List<String> steps = fixation.steps();
        if (steps == null
                || steps.isEmpty()
                || steps.stream().anyMatch(step -> step == null || step.isBlank())) {
            add(pointer + "/steps", "required", "固证步骤必填");
        }
        if (fixation.twoPerson()
                && (fixation.secondOperator() == null || fixation.secondOperator().isBlank())) {
            add(pointer + "/secondOperator", "required", "标明两人操作时，应填写第二名操作人");
        }
    }

    private void outputSpecification(Finding finding) {
        for (OutputField field : required) {
            if (field.isMissingIn(finding)) {
                add("/" + field.jsonName(), "required-by-instruction", "监测指令要求填写此项");
            }
        }
    }

    private void hash(String pointer, @Nullable String hash, String name) {
        if (hash == null || !HASH.matcher(hash).matches()) {
            add(pointer, "malformed", name + " 摘要必填，应为 64 位十六进制数");
        }
    }

    private void text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(pointer, "required", "此项必填");
        }
        longest(pointer, value, longest);
    }

    private void longest(String pointer, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            add(pointer, "too-long", "最多 " + longest + " 个字");
        }
    }

    private void add(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }
}
