package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;

/** What an agency found, with the record of how the evidence was fixed (固证); lawful by default. */
public final class Finding {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode form = JSON.createObjectNode();

    /**
     * @param evidence answer to the upload of the captured page, whose hashes the record repeats
     */
    public Finding(String findingNo, Answer evidence, OffsetDateTime collectedAt) {
        this(
                findingNo,
                evidence.textAt("/id"),
                evidence.textAt("/sha256"),
                evidence.textAt("/sm3"),
                collectedAt);
    }

    public Finding(
            String findingNo,
            String evidenceId,
            String sha256,
            String sm3,
            OffsetDateTime collectedAt) {
        String page = "https://shop.yougou.example/item/" + findingNo;
        form.put("findingNo", findingNo)
                .put("collectorId", "JW-017")
                .put("platform", "yougou")
                .put("platformType", "SHOP")
                .put("shopName", "破损图教学小店")
                .put("pageUrl", page)
                .put("subjectName", "上海某某信息咨询商行")
                .put("uscc", "91310000132260250X")
                .put("publishedAddress", "上海市黄浦区某路1号")
                .put("districtCode", "310101")
                .put("violationType", "FAKE_EVIDENCE_TUTORIAL")
                .put("contentSummary", "店铺出售用生成图伪造商品破损、申请“仅退款”的教程")
                .put("collectedAt", collectedAt.toString())
                .put("aiRelated", true)
                .put("riskLevel", "HIGH");
        form.putArray("provisionRefs").add("第121号令第四十二条");
        ObjectNode fixation = form.putArray("evidence").addObject();
        fixation.put("evidenceId", evidenceId)
                .put("preserver", "经纬监测")
                .put("tool", "fix-tool")
                .put("toolVersion", "3.2")
                .put("url", page)
                .put("sha256", sha256)
                .put("sm3", sm3)
                .put("hashedAt", collectedAt.toString())
                .put("operator", "JW-017")
                .put("twoPerson", true)
                .put("secondOperator", "JW-021");
        fixation.putObject("timeCalibration")
                .put("source", "ntp.ntsc.ac.cn")
                .put("offsetMillis", -12)
                .put("calibratedAt", collectedAt.minusMinutes(5).toString());
        fixation.putArray("steps").add("核对网络环境").add("校时").add("截屏").add("计算摘要");
    }

    public ObjectNode json() {
        return form;
    }
}
