package io.mingjian.detection.analysis;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.analysis.FusionRules.Group;
import io.mingjian.detection.analysis.FusionRules.Row;
import io.mingjian.detection.analysis.Indication.Line;
import io.mingjian.detection.finding.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what the analyzers saw with the reuse of the picture into one explained indication. A pure
 * function; {@link FusionRules} holds its numbers.
 *
 * <p>Signals of one kind tend to have one cause, so of each kind only the weightiest counts. What
 * speaks for an ordinary photograph is shown beside and takes nothing away. No sum can lift an
 * indication above the ceiling of the signals in it; pixels alone end at "some signs" until their
 * error rates are known for every channel.
 */
final class Fusion {
    private static final String REUSE = "reuse";
    private static final int REUSE_VERSION = 1;
    private static final int MOST_QUESTIONS = 3;

    private Fusion() {}

    private record Weighed(Signal signal, Row row) {
        private double weight() {
            return row.weight();
        }
    }

    static Indication fuse(PanelReport report, Reuse reuse) {
        List<Weighed> weighed = new ArrayList<>();
        report.signals().forEach(signal -> weighed.add(weigh(signal)));
        reuseSignals(reuse).forEach(signal -> weighed.add(weigh(signal)));
        weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        IndicationBand band = band(weighed, report.hasUnread());
        return new Indication(
                band,
                bandName(band),
                summary(band),
                report.labelVerdict(),
                weighed.stream().anyMatch(w -> FusionRules.LABEL_REMOVAL.contains(w.row().code())),
                weighed.stream().map(w -> Line.of(w.signal(), w.weight())).toList(),
                contradictions(weighed),
                questions(band, weighed),
                report.notes());
    }

    private static Weighed weigh(Signal signal) {
        return new Weighed(signal, FusionRules.of(signal.code()));
    }

    private static IndicationBand band(List<Weighed> weighed, boolean unread) {
        IndicationBand band = readable(weighed);
        return band == IndicationBand.NO_SIGN && unread ? IndicationBand.INCONCLUSIVE : band;
    }

    private static IndicationBand readable(List<Weighed> weighed) {
        Map<Group, Weighed> strongest = new EnumMap<>(Group.class);
        weighed.forEach(w -> strongest.merge(w.row().group(), w, Fusion::weightier));
        double product = 1;
        IndicationBand ceiling = IndicationBand.NO_SIGN;
        for (Weighed w : strongest.values()) {
            if (w.weight() > 1) {
                product *= w.weight();
                ceiling = higher(ceiling, w.row().ceiling());
                if (declares(w)) {
                    return IndicationBand.DECLARED_OR_REUSED;
                }
            }
        }
        return lower(ceiling, bandOf(product));
    }

    private static boolean declares(Weighed w) {
        return w.row().ceiling() == IndicationBand.DECLARED_OR_REUSED
                && w.weight() >= FusionRules.DECLARES;
    }

    /**
     * The sum alone reaches at most "strong signs"; the top band belongs to declarations and reuse.
     */
    private static IndicationBand bandOf(double ratio) {
        if (ratio >= FusionRules.STRONG_FROM) {
            return IndicationBand.STRONG_SIGNS;
        }
        return ratio >= FusionRules.SOME_FROM ? IndicationBand.SOME_SIGNS : IndicationBand.NO_SIGN;
    }

    private static Weighed weightier(Weighed one, Weighed other) {
        return one.weight() >= other.weight() ? one : other;
    }

    private static IndicationBand higher(IndicationBand one, IndicationBand other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static IndicationBand lower(IndicationBand one, IndicationBand other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static List<Signal> reuseSignals(Reuse reuse) {
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
                                    + others(reuse),
                            "不能说明谁先取得该图片，也不能说明由谁提交不当；同一纠纷在多个渠道提交、商家与消费者各自提交同一图片、使用公开样图都会出现同一画面。",
                            facts(reuse)));
        }
        if (reuse.sameMatter() > 0) {
            signals.add(
                    signal(
                            "REUSED_IN_SAME_MATTER",
                            SignalStrength.NEUTRAL,
                            "同一件事项中另有 " + reuse.sameMatter() + " 份证据显示同一画面。",
                            "同一事项重复提交同一图片属常见情形，不计入判断。",
                            Map.of("sameMatter", reuse.sameMatter())));
        }
        return signals;
    }

    private static String others(Reuse reuse) {
        return reuse.ofOthers() == 0 ? "" : "其中 " + reuse.ofOthers() + " 份由其他机构收取。";
    }

    private static Map<String, Object> facts(Reuse reuse) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("otherMatters", reuse.otherMatters());
        facts.put("ofOtherOrganisations", reuse.ofOthers());
        reuse.closest()
                .ifPresent(
                        closest -> {
                            facts.put("closest", closest.kind().name());
                            facts.put("distance", closest.distance());
                        });
        return facts;
    }

    private static Signal signal(
            String code,
            SignalStrength strength,
            String supports,
            String doesNotProve,
            Map<String, Object> facts) {
        return new Signal(
                REUSE, REUSE_VERSION, code, strength, supports, doesNotProve, List.of(), facts);
    }

    private static List<String> contradictions(List<Weighed> weighed) {
        List<String> contradictions = new ArrayList<>();
        for (Weighed counter : weighed) {
            if (counter.signal().strength() != SignalStrength.COUNTER_SIGN) {
                continue;
            }
            for (Weighed w : weighed) {
                if (w.row().group() == Group.LABEL && w.weight() > 1) {
                    contradictions.add(
                            "“"
                                    + w.signal().supports()
                                    + "”与“"
                                    + counter.signal().supports()
                                    + "”并存，两者均如实列出，未作抵消。");
                }
            }
        }
        return contradictions;
    }

    private static List<String> questions(IndicationBand band, List<Weighed> weighed) {
        Set<String> questions = new LinkedHashSet<>();
        weighed.stream()
                .map(w -> w.row().ask())
                .filter(ask -> !ask.isEmpty())
                .forEach(questions::add);
        questions.add(usualQuestion(band));
        return questions.stream().limit(MOST_QUESTIONS).toList();
    }

    private static String usualQuestion(IndicationBand band) {
        return switch (band) {
            case NO_SIGN -> "未见迹象不表示图像真实，请按一般程序核对实物、订单和沟通记录。";
            case SOME_SIGNS -> "请结合订单、沟通记录和实物情况核对，必要时请提交人补充其他角度的照片。";
            case STRONG_SIGNS, DECLARED_OR_REUSED -> "请提交人补充不同角度的照片或现场视频，并结合其他材料由人工作出判断。";
            case INCONCLUSIVE -> "文件无法完整读取，请提交人重新提供未经转存的原始文件。";
        };
    }

    private static String bandName(IndicationBand band) {
        return switch (band) {
            case NO_SIGN -> "未见迹象";
            case SOME_SIGNS -> "有部分迹象";
            case STRONG_SIGNS -> "迹象较强";
            case DECLARED_OR_REUSED -> "已有声明或重复使用";
            case INCONCLUSIVE -> "无法判定";
        };
    }

    private static String summary(IndicationBand band) {
        return switch (band) {
            case NO_SIGN -> "各项分析未见生成、编辑或重复使用的迹象。此结果不表示图像真实，也不表示图像为生成。";
            case SOME_SIGNS -> "存在部分迹象，建议留意；这些迹象都有常见的正常成因。";
            case STRONG_SIGNS -> "存在较强迹象，建议请提交人补充材料后再作判断。";
            case DECLARED_OR_REUSED -> "文件自身载明由人工智能生成或编辑，或同一画面已出现在其他证据中。如何认定由承办人结合全案决定。";
            case INCONCLUSIVE -> "文件损坏或超出处理限额，无法判定；此结果不支持任何一方。";
        };
    }
}
