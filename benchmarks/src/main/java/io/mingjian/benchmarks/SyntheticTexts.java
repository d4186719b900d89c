package io.mingjian.benchmarks;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Texts of complaints from a seed, and edited copies of them; made up, nobody ever wrote them. */
final class SyntheticTexts {
    private static final String[][] PARTS = {
        {"本人日前在该店购买商品", "家人上周在网上下单", "我在商场柜台选购", "通过手机软件购得", "朋友赠送的礼盒拆开后", "老人独自外出购物时"},
        {"发现外包装标注的生产日期被涂改", "收到的物品与页面描述明显不符", "使用不久便出现开裂", "食用以后全家腹泻不止", "标签上没有中文说明", "配料表缺少添加剂名称"},
        {"商家拒绝说明情况也不肯退款", "客服反复推诿没有结果", "店长当场承认却不予处理", "对方要求先删除评价再谈赔偿", "电话始终无人接听", "售后人员态度十分恶劣"},
        {"小票和照片均已妥善保存", "付款记录可以随时提供", "监控录像能够证明经过", "愿意配合执法人员到场核对", "有两位同事在场见证", "快递单据尚在手中"},
        {"请依法查处并责令改正", "要求退还货款并赔偿损失", "希望尽快组织双方调解", "请求书面告知处理结果", "恳请主管部门主持公道", "要求公开道歉并整改"}
    };

    private final Random random;

    SyntheticTexts(long seed) {
        random = new Random(seed);
    }

    /** A text of some hundred and fifty characters that nobody else wrote. */
    String fresh() {
        StringBuilder text = new StringBuilder();
        for (String[] part : PARTS) {
            text.append(part[random.nextInt(part.length)])
                    .append('，')
                    .append(words(14))
                    .append('。');
        }
        return text.toString();
    }

    /** The same with some runs of other words put in the place of what stood there. */
    String edited(String text, int edits) {
        StringBuilder copy = new StringBuilder(text);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(copy.length() - 4);
            copy.replace(at, at + 2, words(2));
        }
        return copy.toString();
    }

    private String words(int length) {
        StringBuilder words = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            words.append((char) (0x4E8C + 1 + random.nextInt(4_000)));
        }
        return words.toString();
    }

    /** The share of common runs of three characters, counted exactly. */
    static double likeness(String one, String other) {
        Set<String> all = runs(one);
        Set<String> others = runs(other);
        Set<String> both = new HashSet<>(all);
        both.retainAll(others);
        all.addAll(others);
        return (double) both.size() / all.size();
    }

    static Set<String> runs(String text) {
        String plain = text.replaceAll("[^\\p{L}]", "");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 3 <= plain.length(); i++) {
            runs.add(plain.substring(i, i + 3));
        }
        return runs;
    }
}
