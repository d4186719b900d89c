package io.mingjian.detection.analysis;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.bank.Bank;
import io.mingjian.detection.bank.BankFind;
import io.mingjian.detection.bank.BankFinds;
import io.mingjian.detection.bank.Likeness;
import io.mingjian.detection.finding.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What it means that a piece of evidence shows a picture of a bank. One line for each bank and kind
 * of likeness; of an entry it tells the number and nothing that its keeper has noted.
 */
final class BankSignals {
    private static final String BANK = "bank";
    private static final int VERSION = 1;
    private static final int MOST_NAMED = 5;

    private BankSignals() {}

    /**
     * The lines.
     *
     * @param finds what weighs now, the closest first
     */
    static List<Signal> of(BankFinds finds) {
        List<Signal> signals = new ArrayList<>();
        knownAi(Entries.in(Bank.KNOWN_AI, finds), signals);
        stock(Entries.in(Bank.STOCK, finds), signals);
        merchant(Entries.in(Bank.MERCHANT_PHOTOS, finds), signals);
        common(Entries.in(Bank.COMMON, finds), signals);
        return signals;
    }

    /**
     * Entries of one bank.
     *
     * @param atLeast whether there are more in the bank than were looked at; of which kind is not
     *     known, so that no number of any kind is the whole
     */
    private record Entries(List<BankFind> finds, boolean atLeast) {
        private static Entries in(Bank bank, BankFinds all) {
            List<BankFind> finds =
                    all.finds().stream().filter(find -> find.bank() == bank).toList();
            return new Entries(finds, all.more().contains(bank));
        }

        private Entries some(Predicate<BankFind> which) {
            return new Entries(finds.stream().filter(which).toList(), atLeast);
        }

        private boolean isEmpty() {
            return finds.isEmpty();
        }

        private BankFind first() {
            return finds.get(0);
        }

        private String number() {
            return (atLeast ? "至少 " : " ") + finds.size() + " ";
        }

        private String closest() {
            return first().likeness().zhName()
                    + first().within().map(each -> "，见" + each.inWords()).orElse("")
                    + "。";
        }
    }

    private static void knownAi(Entries finds, List<Signal> signals) {
        if (!finds.isEmpty()) {
            signals.add(
                    signal(
                            "KNOWN_AI_PICTURE",
                            SignalStrength.STRONG,
                            "该图片与图库中" + finds.number() + "幅经人工确认为生成的图片显示同一画面：" + finds.closest(),
                            "不能说明本次由谁生成、提交人是否知情；条目若由照片局部修改而成，未经修改的原照片也会显示为同一画面，须并列比对。",
                            finds));
        }
    }

    private static void stock(Entries finds, List<Signal> signals) {
        if (!finds.isEmpty()) {
            signals.add(
                    signal(
                            "STOCK_PICTURE",
                            SignalStrength.MEDIUM,
                            "该图片与" + finds.number() + "幅公开的素材或者样图显示同一画面：" + finds.closest(),
                            "不能说明提交人把它当作所购实物的照片：用来说明宣传内容、商品样式而引用公开图片是正常的；素材网站收录的也可能是提交人自己的照片。",
                            finds));
        }
    }

    private static void merchant(Entries finds, List<Signal> signals) {
        Entries before = finds.some(find -> !find.later());
        Entries copies = before.some(find -> find.likeness() != Likeness.SAME_BACKGROUND);
        Entries backgrounds = before.some(find -> find.likeness() == Likeness.SAME_BACKGROUND);
        Entries later = finds.some(BankFind::later);
        if (!copies.isEmpty()) {
            signals.add(
                    signal(
                            "MERCHANT_PICTURE_COPY",
                            SignalStrength.NEUTRAL,
                            "该图片与商家登记为自有的照片（未经核实）显示同一画面，该登记早于收到本证据：" + copies.closest(),
                            "商家登记的也可能是此前从消费者处收到的照片，例如平台内售后时所收；登记即时生效，没有人核对照片归谁所有。"
                                    + "消费者为说明商家宣传、承诺的内容而引用商家照片也是正当的。不计入判断。",
                            copies));
        }
        if (!backgrounds.isEmpty()) {
            signals.add(
                    signal(
                            "MERCHANT_BACKGROUND",
                            SignalStrength.MEDIUM,
                            "该图片的背景与商家登记为自有的照片（未经核实）相同而主体不同，该登记早于收到本证据：" + backgrounds.closest(),
                            "不能说明该图片由商家照片改成：在店内拍摄、使用相同的台面、布景或者包装都会使背景相同；"
                                    + "商家登记的也可能是此前从消费者处收到的照片，同一消费者在同一处的另一张照片背景也会相同。",
                            backgrounds));
        }
        if (!later.isEmpty()) {
            signals.add(
                    signal(
                            "MERCHANT_PICTURE_LATER",
                            SignalStrength.NEUTRAL,
                            "商家在收到该证据之后登记为自有的照片（未经核实）与其相同或者背景相同：" + later.closest(),
                            "登记在后，不能说明该证据取自商家照片，也可能正好相反；不计入判断。",
                            later));
        }
    }

    private static void common(Entries finds, List<Signal> signals) {
        Entries decided = finds.some(BankFind::decided);
        Entries waiting = finds.some(find -> !find.decided());
        if (!waiting.isEmpty()) {
            signals.add(
                    signal(
                            "COMMON_PICTURE",
                            SignalStrength.WEAK,
                            "该画面短时间内在许多事项中出现，可能是占位图、标志等多处共见的画面，也可能是同一图片被反复提交；在人工决定之前，仅因该画面而与其他证据相同的，不逐一计入。",
                            "不能说明这些事项之间有联系，也不能说明没有联系；是否恢复计入由市局工作人员决定，必要时请自行比对同一画面的其他材料。",
                            waiting));
        }
        if (!decided.isEmpty()) {
            signals.add(
                    signal(
                            "COMMON_PICTURE_CONFIRMED",
                            SignalStrength.NEUTRAL,
                            "该画面经人工确认为多处共见的画面（如占位图、标志、空白页），仅因该画面而与其他证据相同的，不计入判断。",
                            "不表示这些事项之间没有联系；必要时请自行比对同一画面的其他材料。",
                            decided));
        }
    }

    private static Signal signal(
            String code,
            SignalStrength strength,
            String supports,
            String doesNotProve,
            Entries entries) {
        BankFind closest = entries.first();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("bank", closest.bank().name());
        facts.put("entries", entries.finds().size());
        if (entries.atLeast()) {
            facts.put("atLeast", true);
        }
        facts.put("closest", closest.likeness().name());
        facts.put("distance", closest.distance());
        closest.within()
                .ifPresent(
                        within -> {
                            if (within.second() != null) {
                                facts.put("second", within.second());
                            } else {
                                facts.put("place", within.place());
                            }
                        });
        facts.put(
                "entryIds",
                entries.finds().stream()
                        .limit(MOST_NAMED)
                        .map(find -> find.entryId().toString())
                        .sorted()
                        .toList());
        return new Signal(BANK, VERSION, code, strength, supports, doesNotProve, List.of(), facts);
    }
}
