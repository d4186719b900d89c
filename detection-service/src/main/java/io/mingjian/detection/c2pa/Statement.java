package io.mingjian.detection.c2pa;

import static io.mingjian.detection.c2pa.Content.AI_EDITED;
import static io.mingjian.detection.c2pa.Content.CAMERA;
import static io.mingjian.detection.c2pa.Content.GENERATED;
import static io.mingjian.detection.c2pa.Content.OTHER;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Found;
import java.util.List;
import java.util.Map;

/**
 * What is told to officers and merchants about credentials, by the state of the credential and by
 * what it says about the picture. {@code OTHER} stands for every content without a row.
 */
enum Statement {
    // spotless:off
    TRUSTED_GENERATED(Standing.TRUSTED, GENERATED,
            "CREDENTIALS_TRUSTED_GENERATED", SignalStrength.VERY_STRONG,
            "文件带有可验证的内容凭证，签名方声明该图像由人工智能生成；签名有效，文件自签名后未被改动。",
            "不说明提交人知悉图像来源，也不说明所涉商品没有问题。"),
    TRUSTED_AI_EDITED(Standing.TRUSTED, AI_EDITED,
            "CREDENTIALS_TRUSTED_AI_EDITED", SignalStrength.STRONG,
            "内容凭证记载该图像经人工智能工具编辑，凭证未说明编辑的区域是否涉及争议部位；签名有效，文件自签名后未被改动。",
            "去除路人、调整背景等日常修图也会留下此记载，不说明瑕疵由编辑产生。"),
    TRUSTED_CAMERA(Standing.TRUSTED, CAMERA,
            "CREDENTIALS_TRUSTED_CAMERA", SignalStrength.COUNTER_SIGN,
            "内容凭证记载该图像由相机拍摄，签名有效，文件自签名后未被改动。",
            "翻拍屏幕或照片同样会得到此记载，不说明画面所示情况属实，也不说明损坏发生的日期。"),
    TRUSTED(Standing.TRUSTED, OTHER,
            "CREDENTIALS_TRUSTED", SignalStrength.NEUTRAL,
            "文件带有可验证的内容凭证，签名有效，文件自签名后未被改动；凭证未说明图像由相机拍摄或由人工智能生成。",
            "不说明图像由何种方式产生，也不说明画面内容是否属实。"),
    UNTRUSTED_GENERATED(Standing.UNTRUSTED, GENERATED,
            "CREDENTIALS_UNTRUSTED_GENERATED", SignalStrength.MEDIUM,
            "内容凭证自身完整并记载该图像由人工智能生成，但签发证书不在信任列表内（或已过期且无可信时间戳），来源尚不能确认。",
            "任何人都可用自制证书签发此类凭证，不能单独说明图像的实际来源。"),
    UNTRUSTED_AI_EDITED(Standing.UNTRUSTED, AI_EDITED,
            "CREDENTIALS_UNTRUSTED_AI_EDITED", SignalStrength.MEDIUM,
            "内容凭证自身完整并记载该图像经人工智能工具编辑，但签发证书不在信任列表内（或已过期且无可信时间戳），来源尚不能确认。",
            "任何人都可用自制证书签发此类凭证；日常修图也会留下此记载，不说明瑕疵由编辑产生。"),
    UNTRUSTED(Standing.UNTRUSTED, OTHER,
            "CREDENTIALS_UNTRUSTED", SignalStrength.NEUTRAL,
            "内容凭证自身完整，但签发证书不在信任列表内（或已过期且无可信时间戳），来源尚不能确认。",
            "不能据此说明图像由何种方式产生；证书过期不表示文件被改动。"),
    TAMPERED_GENERATED(Standing.TAMPERED, GENERATED,
            "CREDENTIALS_TAMPERED_GENERATED", SignalStrength.STRONG,
            "文件内容与其凭证记载的散列值不一致，文件在签名后发生过改动；凭证记载签名时的图像由人工智能生成。",
            "重新保存或修改元数据也会造成不一致；凭证可从其他文件复制而来，不能单独说明现有画面的来源。"),
    TAMPERED_AI_EDITED(Standing.TAMPERED, AI_EDITED,
            "CREDENTIALS_TAMPERED_AI_EDITED", SignalStrength.STRONG,
            "文件内容与其凭证记载的散列值不一致，文件在签名后发生过改动；凭证记载签名时的图像经人工智能工具编辑。",
            "重新保存或修改元数据也会造成不一致；凭证可从其他文件复制而来，不能单独说明现有画面的来源。"),
    TAMPERED(Standing.TAMPERED, OTHER,
            "CREDENTIALS_TAMPERED", SignalStrength.STRONG,
            "文件内容与其凭证记载的散列值不一致，文件在签名后发生过改动。",
            "重新保存、平台转存或修改元数据同样会造成不一致，不说明改动出于何种目的，也不说明改动涉及画面。"),
    BROKEN_GENERATED(Standing.BROKEN, GENERATED,
            "CREDENTIALS_BROKEN_GENERATED", SignalStrength.WEAK,
            "内容凭证未通过核验（签名、断言或素材不相符，或未绑定整个文件）；其中的文字称该图像由人工智能生成。",
            "未通过核验的凭证等同于普通文字，不能单独说明图像来源；软件缺陷也会造成此结果。"),
    BROKEN_AI_EDITED(Standing.BROKEN, AI_EDITED,
            "CREDENTIALS_BROKEN_AI_EDITED", SignalStrength.WEAK,
            "内容凭证未通过核验（签名、断言或素材不相符，或未绑定整个文件）；其中的文字称该图像经人工智能工具编辑。",
            "未通过核验的凭证等同于普通文字，不能单独说明图像来源；软件缺陷也会造成此结果。"),
    BROKEN(Standing.BROKEN, OTHER,
            "CREDENTIALS_BROKEN", SignalStrength.WEAK,
            "内容凭证未通过核验（签名、断言或素材不相符，或未绑定整个文件）。",
            "未通过核验的凭证不能说明图像来源，也不说明由谁、出于何种目的改动；软件缺陷也会造成此结果。");
    // spotless:on

    private final Standing standing;
    private final Content content;
    private final String code;
    private final SignalStrength strength;
    private final String zhSummary;
    private final String zhDoesNotProve;

    /** States that are told in the same words. */
    enum Standing {
        TRUSTED,
        UNTRUSTED,
        TAMPERED,
        BROKEN;

        /** Of a state in which something was found and read. */
        static Standing of(CredentialState state) {
            return switch (state) {
                case TRUSTED -> TRUSTED;
                case VALID_UNTRUSTED, EXPIRED_UNTIMED -> UNTRUSTED;
                case TAMPERED -> TAMPERED;
                case BROKEN -> BROKEN;
                case UNSUPPORTED, INCONCLUSIVE, NONE ->
                        throw new IllegalArgumentException("nothing was read: " + state);
            };
        }
    }

    Statement(
            Standing standing,
            Content content,
            String code,
            SignalStrength strength,
            String zhSummary,
            String zhDoesNotProve) {
        this.standing = standing;
        this.content = content;
        this.code = code;
        this.strength = strength;
        this.zhSummary = zhSummary;
        this.zhDoesNotProve = zhDoesNotProve;
    }

    static Statement of(CredentialState state, Content content) {
        Statement general = null;
        for (Statement statement : values()) {
            if (statement.standing == Standing.of(state)) {
                if (statement.content == content) {
                    return statement;
                }
                general = statement.content == OTHER ? statement : general;
            }
        }
        if (general == null) {
            throw new IllegalStateException("no statement for " + state);
        }
        return general;
    }

    Found found(AnalyzerId by, Map<String, Object> facts) {
        return new Found(by, code, strength, zhSummary, zhDoesNotProve, List.of(), facts);
    }
}
