package io.mingjian.monitoring.finding;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lawful findings for tests; each {@code with…} changes one thing. */
public final class Findings {
    public static final UUID EVIDENCE = UUID.fromString("01935a6e-0000-7000-8000-000000000001");
    public static final String SHA256 = "ab".repeat(32);
    public static final String SM3 = "CD".repeat(32);
    public static final OffsetDateTime COLLECTED =
            OffsetDateTime.parse("2026-04-14T09:30:00+08:00");

    private String findingNo = "F-2026/0001";
    private @Nullable String platform = "yougou";
    private @Nullable PlatformType platformType = PlatformType.SHOP;
    private @Nullable String pageUrl = "https://shop.yougou.example/item?id=42";
    private @Nullable String subjectName = "测试商行";
    private @Nullable String uscc = "91310000132260250X";
    private @Nullable String districtCode = "310101";
    private @Nullable String violationType = "FAKE_EVIDENCE_TUTORIAL";
    private @Nullable String goodsName = null;
    private @Nullable BigDecimal price = null;
    private @Nullable OffsetDateTime firstSeenAt = null;
    private @Nullable OffsetDateTime collectedAt = COLLECTED;
    private @Nullable List<Fixation> evidence = List.of(aFixation(EVIDENCE));

    public static Findings aFinding() {
        return new Findings();
    }

    public static Fixation aFixation(@Nullable UUID evidenceId) {
        return new Fixation(
                evidenceId,
                "经纬监测",
                "fix-tool",
                "3.2",
                "https://shop.yougou.example/item?id=42",
                new Fixation.TimeCalibration("ntp.ntsc.ac.cn", -12L, COLLECTED.minusMinutes(5)),
                SHA256,
                SM3,
                COLLECTED,
                List.of("核对网络环境", "校时", "截屏", "计算摘要"),
                "JW-017",
                true,
                "JW-021");
    }

    public Findings numbered(String number) {
        findingNo = number;
        return this;
    }

    public Findings on(@Nullable String name, @Nullable PlatformType type) {
        platform = name;
        platformType = type;
        return this;
    }

    public Findings at(@Nullable String url) {
        pageUrl = url;
        return this;
    }

    public Findings about(@Nullable String name, @Nullable String code) {
        subjectName = name;
        uscc = code;
        return this;
    }

    public Findings in(@Nullable String district) {
        districtCode = district;
        return this;
    }

    public Findings of(@Nullable String violation) {
        violationType = violation;
        return this;
    }

    public Findings goods(@Nullable String name, @Nullable BigDecimal yuan) {
        goodsName = name;
        price = yuan;
        return this;
    }

    public Findings seen(@Nullable OffsetDateTime first, @Nullable OffsetDateTime collected) {
        firstSeenAt = first;
        collectedAt = collected;
        return this;
    }

    public Findings with(@Nullable List<Fixation> fixations) {
        evidence = fixations;
        return this;
    }

    public Finding make() {
        return new Finding(
                findingNo,
                "JW-017",
                platform,
                platformType,
                "测试小店",
                null,
                pageUrl,
                subjectName,
                uscc,
                "上海市黄浦区某路 1 号",
                districtCode,
                violationType,
                List.of("第 121 号令第四十二条"),
                "店铺出售“仅退款”伪造破损照片教程",
                goodsName,
                price,
                null,
                firstSeenAt,
                collectedAt,
                evidence,
                true,
                RiskLevel.HIGH);
    }
}
