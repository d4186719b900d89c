package io.mingjian.registry.intake;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it is sent in. Everything may be absent or wrong here, so that {@link FormReader} can
 * name all faults of a form at once.
 */
@Schema(name = "FilingRequest", description = "投诉、举报或者混合提出的登记内容 / A filing to be entered")
public record FilingRequest(
        @Nullable
                @Schema(
                        required = true,
                        enumeration = {"COMPLAINT", "REPORT", "MIXED"})
                String kind,
        @Nullable
                @Schema(
                        required = true,
                        enumeration = {
                            "PLATFORM_12315",
                            "HOTLINE",
                            "LETTER",
                            "WINDOW",
                            "PLATFORM_API"
                        })
                String channel,
        @Nullable @Schema(description = "来源渠道编号 / number that the channel gave") String externalNo,
        @Nullable
                @Schema(
                        description = "收到时间，RFC 3339；缺省为当前时间",
                        examples = "2026-04-15T09:30:00+08:00")
                String receivedAt,
        @Nullable FilerForm filer,
        @Nullable AgentForm agent,
        @Nullable @Schema(description = "共同投诉的其他投诉人（第十二条）")
                List<@Nullable CoComplainantForm> jointComplainants,
        @Nullable @Schema(description = "代表人在表上的序号：0 为第一投诉人，1 起为其他投诉人；一至二名")
                List<@Nullable Integer> representatives,
        @Nullable RespondentForm respondent,
        @Nullable
                @Schema(
                        description =
                                "REPAIR, REMAKE, REPLACE, RETURN, MAKE_UP_QUANTITY, REFUND,"
                                        + " DAMAGES")
                List<@Nullable String> claims,
        @Nullable AmountsForm claimedAmounts,
        @Nullable FactsForm disputeFacts,
        @Nullable String clueDescription,
        @Nullable String factualBasis,
        @Nullable AdvertisingForm advertising,
        @Nullable @Schema(description = "仅举报：违法行为发生地的区划代码") String actDistrictCode,
        @Nullable
                @Schema(
                        description = "仅举报：举报人的特殊身份",
                        enumeration = {"WHISTLE_BLOWER", "INSIDER"})
                String reporterCapacity,
        @Nullable @Schema(description = "仅举报：涉及人身健康或者公共安全") Boolean safetyHarm,
        @Nullable List<@Nullable String> evidenceIds,
        @Nullable Boolean consentToPublish,
        @Nullable Boolean consentToDelegatedMediation) {

    /** The filer as given; anonymity is open to reports only (Art 28). */
    @Schema(name = "FilerForm")
    public record FilerForm(
            @Nullable Boolean anonymous,
            @Nullable String name,
            @Nullable
                    @Schema(
                            enumeration = {
                                "RESIDENT_ID",
                                "PASSPORT",
                                "HK_MACAO_PERMIT",
                                "TAIWAN_PERMIT",
                                "FOREIGNER_PR_CARD"
                            })
                    String idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String email,
            @Nullable @Schema(description = "投诉举报人在平台上的账号，不向被投诉举报方提供")
                    AccountForm platformAccount) {}

    /** The filer's account on a platform. */
    @Schema(name = "PlatformAccountForm")
    public record AccountForm(
            @Nullable @Schema(description = "平台名称") String platform,
            @Nullable @Schema(description = "账号") String account) {}

    /** Who files for the filer (Art 11). */
    @Schema(name = "AgentForm")
    public record AgentForm(
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable PowerForm powerOfAttorney) {}

    /** The agent's power (Art 11). */
    @Schema(name = "PowerOfAttorneyForm")
    public record PowerForm(
            @Nullable @Schema(description = "委托事项") String matters,
            @Nullable @Schema(description = "委托权限") String powers,
            @Nullable @Schema(format = "date") String validFrom,
            @Nullable @Schema(format = "date") String validTo,
            @Nullable @Schema(description = "授权委托书原件的证据编号") String evidenceId) {}

    /** One of several who complain together (Art 12). */
    @Schema(name = "JointComplainantForm")
    public record CoComplainantForm(
            @Nullable String name,
            @Nullable String idType,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String email,
            @Nullable @Schema(required = true, description = "同意共同投诉并由代表人代表") Boolean consent) {}

    /** What is claimed in money, yuan. */
    @Schema(name = "ClaimedAmountsForm")
    public record AmountsForm(@Nullable BigDecimal refund, @Nullable BigDecimal damages) {}

    /** The advertisement that a report is about (Arts 29–32). */
    @Schema(name = "AdvertisingForm")
    public record AdvertisingForm(
            @Nullable
                    @Schema(
                            required = true,
                            enumeration = {"MASS_MEDIA", "INTERNET", "OWN"})
                    String medium,
            @Nullable @Schema(description = "广告发布者所在区") String publisherDistrictCode,
            @Nullable @Schema(description = "广告主所在区") String advertiserDistrictCode,
            @Nullable @Schema(description = "广告经营者所在区") String agencyDistrictCode) {}

    /** The other side as given. */
    @Schema(name = "RespondentForm")
    public record RespondentForm(
            @Nullable
                    @Schema(
                            description = "缺省：填写平台的为平台内经营者，否则为线下经营者",
                            enumeration = {
                                "OFFLINE_OPERATOR",
                                "ON_PLATFORM_MERCHANT",
                                "PLATFORM_OPERATOR",
                                "SELF_BUILT_SITE_OPERATOR"
                            })
                    String kind,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String districtCode,
            @Nullable String platform,
            @Nullable String phone,
            @Nullable @Schema(description = "登记住所所在区，与经营地不同时填写") String domicileDistrictCode,
            @Nullable
                    @Schema(
                            description = "平台内经营者在平台公示的地址",
                            enumeration = {"PRESENT", "MISSING", "UNREACHABLE"})
                    String publishedAddress,
            @Nullable @Schema(description = "店铺名称") String shop,
            @Nullable @Schema(description = "订单编号") String orderNo) {}

    /** The facts as given. */
    @Schema(name = "DisputeFactsForm")
    public record FactsForm(
            @Nullable @Schema(format = "date") String time,
            @Nullable String place,
            @Nullable String content,
            @Nullable BigDecimal amount,
            @Nullable @Schema(description = "争议经过") String situation,
            @Nullable GoodsForm goods) {}

    /** What was bought, as given. */
    @Schema(name = "GoodsForm", description = "所购商品或者服务 / What was bought")
    public record GoodsForm(
            @Nullable
                    @Schema(
                            required = true,
                            description = "商品或者服务类别",
                            enumeration = {
                                "FRESH_FOOD",
                                "PACKAGED_FOOD",
                                "DAIRY",
                                "BEVERAGE",
                                "LIQUOR",
                                "HEALTH_FOOD",
                                "COSMETICS",
                                "MEDICINE",
                                "CLOTHING",
                                "HOUSEHOLD",
                                "ELECTRONICS",
                                "CATERING",
                                "OTHER_GOODS",
                                "OTHER_SERVICE"
                            })
                    String category,
            @Nullable @Schema(description = "名称") String name,
            @Nullable @Schema(description = "数量") BigDecimal quantity,
            @Nullable @Schema(description = "保质期（日）") Integer shelfLifeDays) {}
}
