package io.mingjian.detection.analysis;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.finding.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of the same picture in other evidence. */
final class ReuseLines {
    static final AnalyzerId BY = new AnalyzerId("reuse", 1);

    private ReuseLines() {}

    static List<Signal> of(Reuse reuse) {
        List<Signal> signals = new ArrayList<>();
        if (reuse.otherMatters() > 0) {
            signals.add(
                    signal(
                            "REUSED_IN_OTHER_MATTER",
                            SignalStrength.STRONG,
                            "该图片与另外 "
                                    + reuse.otherMatters()
                                    + " 份证据显示同一画面，最接近的一份为："
                                    + reuse.closest().orElseThrow().kind().zhName()
                                    + "。"
                                    + reuse.closest().orElseThrow().where()
                                    + others(reuse)
                                    + reuse.closest().orElseThrow().why(),
                            "不能说明谁先取得该图片，也不能说明由谁提交不当；同一纠纷在多个渠道提交、商家与消费者各自提交同一图片、使用公开样图都会出现同一画面。",
                            reuse.closest().orElseThrow().regions(),
                            facts(reuse)));
        }
        if (reuse.sameMatter() + reuse.answers() > 0) {
            signals.add(
                    signal(
                            "REUSED_IN_SAME_MATTER",
                            SignalStrength.NEUTRAL,
                            noOtherMatter(reuse),
                            "同一事项重复提交同一图片、答复协助函件时附上同一图片都属常见情形，不计入判断。",
                            List.of(),
                            withoutWeight(reuse)));
        }
        return signals;
    }

    private static String noOtherMatter(Reuse reuse) {
        String same =
                reuse.sameMatter() == 0 ? "" : "同一件事项中另有 " + reuse.sameMatter() + " 份证据显示同一画面。";
        String answers =
                reuse.answers() == 0
                        ? ""
                        : "另有 " + reuse.answers() + " 份证据显示同一画面，它们与本证据之间，一方仅见于平台对协助函件的答复，不另算一件事项。";
        return same + answers;
    }

    /** Numbers that are 0 are left out, so that what was kept before is still the same. */
    private static Map<String, Object> withoutWeight(Reuse reuse) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (reuse.sameMatter() > 0) {
            facts.put("sameMatter", reuse.sameMatter());
        }
        if (reuse.answers() > 0) {
            facts.put("answers", reuse.answers());
        }
        return facts;
    }

    private static String others(Reuse reuse) {
        return reuse.ofOthers() == 0 ? "" : "其中 " + reuse.ofOthers() + " 份由其他机构收取。";
    }

    private static Map<String, Object> facts(Reuse reuse) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("otherMatters", reuse.otherMatters());
        facts.put("ofOtherOrganisations", reuse.ofOthers());
        reuse.closest().ifPresent(closest -> facts.putAll(closest.facts()));
        return facts;
    }

    private static Signal signal(
            String code,
            SignalStrength strength,
            String supports,
            String doesNotProve,
            List<Region> regions,
            Map<String, Object> facts) {
        return new Signal(
                BY.name(), BY.version(), code, strength, supports, doesNotProve, regions, facts);
    }
}
