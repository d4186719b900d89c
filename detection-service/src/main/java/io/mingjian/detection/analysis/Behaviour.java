package io.mingjian.detection.analysis;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Signal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something known beside the picture. Each kind has a line of its own in the indication, with its
 * own cap; none names a person. {@code docs/detection.md} says which kinds are fed today.
 */
public sealed interface Behaviour {
    Signal signal();

    /**
     * How many filings, leads and claims rest on the picture, in this or in other pieces of
     * evidence. Fed by the events of filings and leads and by the sets of claims; who filed is not
     * known here. The parts of a mixed filing are one matter.
     *
     * @param matters at least 2
     * @param organisations how many organisations told of them
     */
    record NamedInMatters(int matters, int organisations) implements Behaviour {
        @Override
        public Signal signal() {
            return line(
                    "PICTURE_IN_SEVERAL_MATTERS",
                    SignalStrength.WEAK,
                    "载有同一画面的证据共被 " + matters + " 件投诉、举报、线索或者平台索赔引用，涉及 " + organisations + " 个机构。",
                    "不能说明这些事项由同一人提出，也不能说明提出不当；同一纠纷可能先后或者同时向多个渠道提出。",
                    Map.of("matters", matters, "organisations", organisations));
        }
    }

    /**
     * What another system counted about the one who handed the picture in. No service tells it yet.
     *
     * @param count what was counted, as refunds
     * @param of among how many, as orders; 0 where there is no such number
     * @param source which system says so
     */
    record Reported(Kind kind, int count, int of, String source) implements Behaviour {
        @Override
        public Signal signal() {
            return line(
                    kind.code,
                    kind.strength,
                    kind.supports.formatted(source, count, of),
                    kind.doesNotProve,
                    Map.of("source", source, "count", count, "of", of));
        }
    }

    /** Kinds of reports of other systems. */
    enum Kind {
        REFUND_RATE(
                "BEHAVIOUR_REFUND_RATE",
                SignalStrength.WEAK,
                "据“%1$s”提供，该账户在 %3$d 笔订单中申请退款 %2$d 次。",
                "不能说明任何一次退款申请不当；商品批次缺陷、易损品类和高频购买都会提高比例。"),
        SHARED_CONTACT(
                "BEHAVIOUR_SHARED_CONTACT",
                SignalStrength.WEAK,
                "据“%1$s”提供，该账户的联系方式或者设备另由 %2$d 个账户使用。",
                "不能说明这些账户属于同一人；家人、同事和代收点都会共用。"),
        TEMPLATE_TEXT(
                "BEHAVIOUR_TEMPLATE_TEXT",
                SignalStrength.WEAK,
                "据“%1$s”提供，随图提交的文字与另外 %2$d 份材料基本相同。",
                "不能说明材料由同一人书写；平台模板和公开范文都会造成雷同。");

        private final String code;
        private final SignalStrength strength;
        private final String supports;
        private final String doesNotProve;

        Kind(String code, SignalStrength strength, String supports, String doesNotProve) {
            this.code = code;
            this.strength = strength;
            this.supports = supports;
            this.doesNotProve = doesNotProve;
        }
    }

    private static Signal line(
            String code,
            SignalStrength strength,
            String supports,
            String doesNotProve,
            Map<String, Object> facts) {
        return new Signal(
                "behaviour",
                1,
                code,
                strength,
                supports,
                doesNotProve,
                List.of(),
                new TreeMap<>(facts));
    }
}
