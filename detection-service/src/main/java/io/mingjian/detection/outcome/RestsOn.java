package io.mingjian.detection.outcome;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an outcome rests on. The one place where the registry's codes and the grounds of the banks
 * meet those of outcomes.
 */
public enum RestsOn {
    ADMISSION("当事人承认", true, "PARTY_ADMITTED"),
    PHYSICAL_INSPECTION("查验实物或者现场检查", true, "ON_SITE_CHECK"),
    ORIGINAL_FILE("核对原始文件、原始载体", true, "ORIGINAL_SEEN"),
    PLATFORM_RECORD("平台、物流或者经营者的记录", true, "RESPONDENT_RECORDS"),
    EXPERT_OPINION("鉴定意见", true, "APPRAISAL"),
    CASE_COMPARISON("与其他案件的材料比对", false, ""),
    OTHER_AUTHORITY("其他机关的认定", true, "OTHER_AUTHORITY"),
    DECLARED_LABEL("文件自带的生成合成标识", false, "DECLARED_LABEL"),
    DETECTION_SCORE("本系统的分析提示", false, "");

    private final String zhName;
    private final boolean independent;
    private final String registryCode;

    RestsOn(String zhName, boolean independent, String registryCode) {
        this.zhName = zhName;
        this.independent = independent;
        this.registryCode = registryCode;
    }

    /**
     * What the registry means by a code. One that is not known here is taken for one of this
     * suite's own, which calibrates nothing.
     */
    static RestsOn ofRegistry(String code) {
        return Arrays.stream(values())
                .filter(each -> !code.isEmpty() && each.registryCode.equals(code))
                .findFirst()
                .orElse(DETECTION_SCORE);
    }

    /** The ground on which a bank takes a picture in; its codes are the registry's. */
    Optional<io.mingjian.detection.bank.RestsOn> inBank() {
        return independent
                ? Optional.of(io.mingjian.detection.bank.RestsOn.valueOf(registryCode))
                : Optional.empty();
    }

    public String zhName() {
        return zhName;
    }

    /**
     * Whether it would be known without the readings of this suite; that another case has the same
     * picture is mostly known from its search.
     */
    public boolean isIndependent() {
        return independent;
    }

    /** As they are kept: codes in one order, comma between. */
    static String write(Collection<RestsOn> grounds) {
        return EnumSet.copyOf(grounds).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** From how they are kept. */
    static Set<RestsOn> read(String kept) {
        return Arrays.stream(kept.split(","))
                .map(RestsOn::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RestsOn.class)));
    }
}
