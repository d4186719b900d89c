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
                            "该图片与另外"
                                    + number(reuse, reuse.otherMatters())
                                    + "份已用于其他事项的证据显示同一画面，"
                                    + told(reuse.closest().orElseThrow(), reuse.ofOthers()),
                            "不能说明谁先取得该图片，也不能说明由谁提交不当；同一纠纷在多个渠道提交、商家与消费者各自提交同一图片、使用公开样图都会出现同一画面；"
                                    + "同一消费者先向平台申请售后、再向行政机关投诉，也会使用同一张照片，系统通常无从得知两者为同一纠纷。",
                            reuse.closest().orElseThrow().regions(),
                            facts(reuse)));
        }
        Reuse.Unnamed unnamed = reuse.unnamed();
        if (unnamed.pieces() > 0) {
            signals.add(
                    signal(
                            "REUSED_UNNAMED",
                            SignalStrength.NEUTRAL,
                            "另有"
                                    + number(reuse, unnamed.pieces())
                                    + "份相同画面的证据尚未用于任何事项，"
                                    + told(unnamed.closest().orElseThrow(), unnamed.ofOthers()),
                            "不能说明该图片曾用于其他事项：同一照片重复上传，商家、平台或者监测机构留存消费者的照片，都会出现相同画面。"
                                    + "不计入判断；这些证据日后用于其他事项的，将重新作出提示。",
                            List.of(),
                            facts(reuse, unnamed)));
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
                reuse.sameMatter() == 0
                        ? ""
                        : "同一件事项中另有" + number(reuse, reuse.sameMatter()) + "份证据显示同一画面。";
        String answers =
                reuse.answers() == 0
                        ? ""
                        : "另有"
                                + number(reuse, reuse.answers())
                                + "份证据显示同一画面，它们与本证据之间，一方仅见于平台对协助函件的答复，不另算一件事项。";
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
        more(reuse, facts);
        return facts;
    }

    /** The closest one, how many others took in, and on what the match stands. */
    private static String told(Reuse.Closest closest, int ofOthers) {
        return "最接近的一份为："
                + closest.kind().zhName()
                + "。"
                + closest.where()
                + (ofOthers == 0 ? "" : "其中 " + ofOthers + " 份由其他机构收取。")
                + closest.why();
    }

    /** What was left out is neither of one kind nor of the other, so no number is whole. */
    private static String number(Reuse reuse, int pieces) {
        return (reuse.atLeast() ? "至少 " : " ") + pieces + " ";
    }

    private static void more(Reuse reuse, Map<String, Object> facts) {
        if (reuse.atLeast()) {
            facts.put("atLeast", true);
        }
    }

    private static Map<String, Object> facts(Reuse reuse, Reuse.Unnamed unnamed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("unnamed", unnamed.pieces());
        more(reuse, facts);
        facts.put("ofOtherOrganisations", unnamed.ofOthers());
        unnamed.closest().ifPresent(closest -> facts.putAll(closest.facts()));
        return facts;
    }

    private static Map<String, Object> facts(Reuse reuse) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("otherMatters", reuse.otherMatters());
        more(reuse, facts);
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
