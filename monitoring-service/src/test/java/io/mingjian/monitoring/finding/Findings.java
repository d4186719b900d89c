package io.mingjian.monitoring.finding;

import io.mingjian.monitoring.Today;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lawful findings for tests; each {@code with…} changes one thing. */
public final class Findings {
    public static final UUID EVIDENCE = UUID.fromString("01935a6e-0000-7000-8000-000000000001");
    public static final String SHA256 = "ab".repeat(32);
    public static final String SM3 = "CD".repeat(32);

    /** Of tests that set no day. */
    public static final OffsetDateTime COLLECTED =
            OffsetDateTime.parse("2026-04-15T08:30:00+08:00");

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
    private @Nullable OffsetDateTime collectedAt = morning();
    private String shopName = "测试小店";
    private String summary = "店铺出售“仅退款”伪造破损照片教程";
    private String collector = "JW-017";
    private boolean ownEvidence = true;
    private @Nullable List<Fixation> evidence = null;

    public static Findings aFinding() {
        return new Findings();
    }

    /**
     * Shortly after nine of the tests' day, when instructions of that day are issued; not further
     * ahead of the tests' clock than clocks may differ.
     */
    private static OffsetDateTime morning() {
        return Today.day()
                .map(day -> day.atTime(9, 4).atOffset(ZoneOffset.ofHours(8)))
                .orElse(COLLECTED);
    }

    public static Fixation aFixation(@Nullable UUID evidenceId) {
        return aFixation(evidenceId, SHA256);
    }

    public static Fixation aFixation(@Nullable UUID evidenceId, String sha256) {
        return new Fixation(
                evidenceId,
                "经纬监测",
                "fix-tool",
                "3.2",
                "https://shop.yougou.example/item?id=42",
                new Fixation.TimeCalibration("ntp.ntsc.ac.cn", -12L, morning().minusMinutes(5)),
                sha256,
                SM3,
                morning(),
                List.of("核对网络环境", "校时", "截屏", "计算摘要"),
                "JW-017",
                true,
                "JW-021",
                EvidenceKind.LANDING_PAGE_SCREENSHOT,
                "已断开代理，直连公网",
                "已清除缓存并查杀病毒",
                "20260415083000.png",
                null,
                null,
                null,
                null,
                null);
    }

    /** The same record, with a recording of the capture. */
    public static Fixation recorded(Fixation made, UUID recording) {
        return new FixationLike(made).recorded(recording).make();
    }

    /** The same record, with all that a record of a fixation has. */
    public static Fixation complete(Fixation made, UUID recording) {
        return new FixationLike(made)
                .between("47.100.0.2", "47.100.0.1")
                .preserved(made.hashedAt())
                .recorded(recording)
                .make();
    }

    public Findings saying(String text) {
        summary = text;
        return this;
    }

    public Findings of(String shop, String text) {
        shopName = shop;
        summary = text;
        return this;
    }

    public Findings by(String staffNumber) {
        collector = staffNumber;
        return this;
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
        ownEvidence = false;
        return this;
    }

    public Finding make() {
        return new Finding(
                findingNo,
                collector,
                platform,
                platformType,
                shopName,
                null,
                pageUrl,
                subjectName,
                uscc,
                "上海市黄浦区某路 1 号",
                districtCode,
                violationType,
                List.of("第 121 号令第四十二条"),
                summary,
                goodsName,
                price,
                null,
                firstSeenAt,
                collectedAt,
                ownEvidence ? List.of(ownFixation()) : evidence,
                true,
                RiskLevel.HIGH,
                null,
                null,
                null,
                null,
                null);
    }

    /** Each finding has a file of its own, always the same for its number. */
    private Fixation ownFixation() {
        UUID id = UUID.nameUUIDFromBytes(findingNo.getBytes(StandardCharsets.UTF_8));
        return aFixation(id, id.toString().replace("-", "").repeat(2));
    }
}
