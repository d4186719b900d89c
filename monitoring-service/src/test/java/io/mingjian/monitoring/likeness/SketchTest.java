package io.mingjian.monitoring.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the sketches can tell, measured over made-up findings: pairs about one matter (the same text
 * handed in again with small changes) and pairs about two (the agency's set phrases about another
 * shop, or another matter of the same shop).
 */
class SketchTest {
    private static final long SEED = 20_261_130L;
    private static final int PAIRS = 600;
    private static final String[] SHOPS = {
        "青禾", "南岭", "沐风", "合兴", "悦己", "白鹭", "云栖", "九州", "锦程", "拾光", "星火", "安澜"
    };
    private static final String[] TRADES = {"日用百货", "数码配件", "信息咨询", "软件", "美妆", "食品", "家居", "母婴"};
    private static final String[] GOODS = {
        "仅退款话术包", "破损图生成教程", "去水印工具", "证据合成模板", "代投诉服务", "标识清除脚本", "换脸直播套件", "好评生成器"
    };
    private static final String[] DEEDS = {
        "在商品详情页以图文方式讲解如何用生成图冒充商品破损照片并申请仅退款",
        "通过群聊向买家出售自动生成投诉材料的模板并承诺包过审核",
        "在直播间口播其软件可以一键清除人工智能生成内容的显式标识和隐式标识",
        "以隐蔽词语销售伪造快递面单和开箱视频的素材包",
        "宣称其普通食品能够治愈糖尿病并使用换脸视频假冒医生作证",
        "利用生成的虚假买家秀和评价对商品性能作引人误解的宣传"
    };
    private static final String[] TAILS = {
        "，页面显示已售出三千余份", "，客服承诺不成功退款", "，并附操作录屏", "，评论区有多名买家询问用法", "，链接有效期七天", "，需加好友后发送"
    };

    private record Pair(String one, String other, boolean sameMatter) {}

    @Test
    void theThresholdSeparatesWellEnoughToProposeToAPerson() {
        List<Pair> pairs = pairs(new Random(SEED));
        double atUse = 0;
        System.out.printf("seed %d, %d pairs%n", SEED, pairs.size());
        for (double threshold : new double[] {0.4, 0.5, 0.6, 0.7, 0.8}) {
            Measured measured = measure(pairs, threshold);
            System.out.printf(
                    "least likeness %.1f: precision %.3f, recall %.3f%n",
                    threshold, measured.precision(), measured.recall());
            if (threshold == 0.6) {
                atUse = measured.precision();
                assertThat(measured.precision()).isGreaterThan(0.95);
                assertThat(measured.recall()).isGreaterThan(0.85);
            }
        }
        assertThat(atUse).isPositive();
    }

    @Test
    void aTextIsWhollyLikeItselfHoweverItIsWritten() {
        Sketch sketch = Sketch.of("店铺出售“仅退款”教程 ABC123");
        assertThat(sketch.likeness(Sketch.of("店铺出售 仅退款 教程，ａｂｃ１２３！"))).isEqualTo(1);
        assertThat(sketch.likeness(Sketch.read(sketch.written()))).isEqualTo(1);
        assertThat(Sketch.of("").likeness(sketch)).isLessThan(0.1);
    }

    @Test
    void textsOfAnotherScopeShareNoKey() {
        Sketch sketch = Sketch.of("同一段文字");
        assertThat(sketch.bands("a")).hasSize(Sketch.BANDS);
        assertThat(Arrays.stream(sketch.bands("a")).boxed().toList())
                .doesNotContainAnyElementsOf(Arrays.stream(sketch.bands("b")).boxed().toList());
    }

    private record Measured(double precision, double recall) {}

    /** A pair is found when it shares a key and is as alike as the threshold asks. */
    private static Measured measure(List<Pair> pairs, double threshold) {
        int found = 0;
        int right = 0;
        int same = 0;
        for (Pair pair : pairs) {
            Sketch one = Sketch.of(pair.one());
            Sketch other = Sketch.of(pair.other());
            boolean hit = sharesKey(one, other) && one.likeness(other) >= threshold;
            found += hit ? 1 : 0;
            right += hit && pair.sameMatter() ? 1 : 0;
            same += pair.sameMatter() ? 1 : 0;
        }
        return new Measured(right / (double) Math.max(1, found), right / (double) same);
    }

    private static boolean sharesKey(Sketch one, Sketch other) {
        long[] keys = other.bands("s");
        return Arrays.stream(one.bands("s"))
                .anyMatch(key -> Arrays.stream(keys).anyMatch(each -> each == key));
    }

    private static List<Pair> pairs(Random random) {
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at < PAIRS; at++) {
            String shop = shop(random);
            String goods = pick(random, GOODS);
            String text = pick(random, DEEDS) + pick(random, TAILS) + pick(random, TAILS);
            String finding = shop + " " + goods + " " + text;
            pairs.add(new Pair(finding, touched(random, finding), true));
            pairs.add(
                    at % 2 == 0
                            ? new Pair(
                                    finding,
                                    shop(random)
                                            + " "
                                            + pick(random, GOODS)
                                            + " "
                                            + text.substring(0, text.length() / 2)
                                            + pick(random, TAILS),
                                    false)
                            : new Pair(
                                    finding,
                                    shop
                                            + " "
                                            + pick(random, GOODS)
                                            + " "
                                            + pick(random, DEEDS, text)
                                            + pick(random, TAILS),
                                    false));
        }
        return pairs;
    }

    private static String shop(Random random) {
        return pick(random, SHOPS)
                + pick(random, TRADES)
                + "店 上海"
                + pick(random, SHOPS)
                + pick(random, TRADES)
                + "有限公司"
                + random.nextInt(1000);
    }

    /** As people touch a text: a word more, a word less, two characters changed. */
    private static String touched(Random random, String text) {
        StringBuilder copy = new StringBuilder(text);
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            int at = random.nextInt(copy.length() - 3);
            switch (random.nextInt(3)) {
                case 0 -> copy.insert(at, "经查");
                case 1 -> copy.deleteCharAt(at);
                default -> copy.setCharAt(at, '某');
            }
        }
        return copy.toString();
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static String pick(Random random, String[] from, String butNotIn) {
        String picked = pick(random, from);
        return butNotIn.startsWith(picked) ? pick(random, from, butNotIn) : picked;
    }
}
