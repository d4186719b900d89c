package io.mingjian.detection.outcome;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an outcome rests on. */
public enum RestsOn {
    ADMISSION("当事人承认", true),
    PHYSICAL_INSPECTION("查验实物或者现场检查", true),
    ORIGINAL_FILE("核对原始文件、原始载体", true),
    PLATFORM_RECORD("平台、物流或者经营者的记录", true),
    EXPERT_OPINION("鉴定意见", true),
    CASE_COMPARISON("与其他案件的材料比对", false),
    OTHER_AUTHORITY("其他机关的认定", true),
    DECLARED_LABEL("文件自带的生成合成标识", false),
    DETECTION_SCORE("本系统的分析提示", false);

    private final String zhName;
    private final boolean independent;

    RestsOn(String zhName, boolean independent) {
        this.zhName = zhName;
        this.independent = independent;
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
