package io.mingjian.monitoring.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that an instruction's output specification may demand beyond those that every finding
 * must have; some are of the finding, some of each of its fixation records.
 */
public enum OutputField {
    SHOP_NAME("shopName", "店铺名称", finding(Finding::shopName)),
    SHOP_URL("shopUrl", "店铺网址", finding(Finding::shopUrl)),
    SUBJECT_NAME("subjectName", "主体名称", finding(Finding::subjectName)),
    USCC("uscc", "统一社会信用代码", finding(Finding::uscc)),
    PUBLISHED_ADDRESS("publishedAddress", "公示地址", finding(Finding::publishedAddress)),
    DISTRICT_CODE("districtCode", "行政区划代码", finding(Finding::districtCode)),
    PROVISION_REFS("provisionRefs", "涉嫌违反的条款", finding(Finding::provisionRefs)),
    GOODS_NAME("goodsName", "商品或服务名称", finding(Finding::goodsName)),
    PRICE("price", "价格", finding(Finding::price)),
    SALES_VOLUME("salesVolume", "销量", finding(Finding::salesVolume)),
    FIRST_SEEN_AT("firstSeenAt", "首次发现时间", finding(Finding::firstSeenAt)),
    RISK_LEVEL("riskLevel", "风险等级", finding(Finding::riskLevel)),
    LANDING_PAGE_URL("landingPageUrl", "落地页网址", finding(Finding::landingPageUrl)),
    ADVERTISER("advertiser", "广告主", finding(Finding::advertiser)),
    PUBLISHER("publisher", "广告发布者", finding(Finding::publisher)),
    MEDIUM("medium", "媒体类别", finding(Finding::medium)),
    ICP_NO("icpNo", "落地页备案号", finding(Finding::icpNo)),

    EVIDENCE_KIND("kind", "证据类别", fixation(Fixation::kind)),
    HASHED_AT("hashedAt", "摘要计算时间", fixation(Fixation::hashedAt)),
    ENVIRONMENT_CHECK("environmentCheck", "网络环境检查", fixation(Fixation::environmentCheck)),
    CLEANLINESS_CHECK("cleanlinessCheck", "本机清洁性检查", fixation(Fixation::cleanlinessCheck)),
    SCREENSHOT_NAME("screenshotName", "截图文件名", fixation(Fixation::screenshotName)),
    TARGET_IP("targetIp", "目标地址 IP", fixation(Fixation::targetIp)),
    SERVER_IP("serverIp", "存证服务器 IP", fixation(Fixation::serverIp)),
    SERVER_PRESERVED_AT("serverPreservedAt", "服务器存证时间", fixation(Fixation::serverPreservedAt)),
    TIME_SERVICE_AT("timeServiceAt", "授时中心时间", fixation(Fixation::timeServiceAt)),
    SECOND_OPERATOR("secondOperator", "第二名操作人", fixation(Fixation::secondOperator)),
    RECORDING("recordingEvidenceId", "录屏证据", fixation(Fixation::recordingEvidenceId));

    private final String jsonName;
    private final String zh;
    private final Place place;

    OutputField(String jsonName, String zh, Place place) {
        this.jsonName = jsonName;
        this.zh = zh;
        this.place = place;
    }

    /** Name of the property, of the finding or of each fixation record. */
    public String jsonName() {
        return jsonName;
    }

    /** The name that people read. */
    public String zh() {
        return zh;
    }

    /** Whether it is asked of each fixation record and not of the finding itself. */
    public boolean isOfFixation() {
        return place.ofFixation() != null;
    }

    /** Whether this JSON pointer of a finding leads to the field. */
    public boolean isAt(String pointer) {
        return isOfFixation()
                ? pointer.matches("/evidence/\\d+/" + jsonName)
                : pointer.equals("/" + jsonName);
    }

    /** JSON pointers to where it is missing. */
    List<String> missingIn(Finding finding) {
        Function<Finding, @Nullable Object> ofFinding = place.ofFinding();
        if (ofFinding != null) {
            return isMissing(ofFinding.apply(finding)) ? List.of("/" + jsonName) : List.of();
        }
        return missingInFixations(finding);
    }

    /** A finding without any evidence lacks the records' fields too. */
    private List<String> missingInFixations(Finding finding) {
        List<Fixation> fixations = finding.evidence() == null ? List.of() : finding.evidence();
        if (fixations.isEmpty()) {
            return List.of("/evidence/0/" + jsonName);
        }
        List<String> missing = new ArrayList<>();
        for (int at = 0; at < fixations.size(); at++) {
            Fixation fixation = fixations.get(at);
            if (fixation != null && place.isMissingIn(fixation)) {
                missing.add("/evidence/" + at + "/" + jsonName);
            }
        }
        return missing;
    }

    private static boolean isMissing(@Nullable Object given) {
        return given == null
                || (given instanceof String text && text.isBlank())
                || (given instanceof Collection<?> many && many.isEmpty());
    }

    private static Place finding(Function<Finding, @Nullable Object> value) {
        return new Place(value, null);
    }

    private static Place fixation(Function<Fixation, @Nullable Object> value) {
        return new Place(null, value);
    }

    /** Where the value stands: in the finding or in each fixation record. */
    private record Place(
            @Nullable Function<Finding, @Nullable Object> ofFinding,
            @Nullable Function<Fixation, @Nullable Object> ofFixation) {
        boolean isMissingIn(Fixation fixation) {
            return ofFixation != null && isMissing(ofFixation.apply(fixation));
        }
    }
}
