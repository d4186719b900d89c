package io.mingjian.registry.criteria;

import java.util.function.Function;

/**
 * What a criterion counts, and how that is said. A new metric is a constant here and a method of
 * {@link Counting}.
 */
public enum Metric {
    // spotless:off
    SUBMISSIONS_OF_FILER(Counting::submissions,     Span.WINDOW, Rests.ON_COUNTING, "您共提交投诉举报%s次（混合提出的计一次）", "次"),
    SAME_OPERATOR       (Counting::sameOperator,    Span.WINDOW, Rests.ON_COUNTING, "您对同一经营者的同类商品或者服务提出投诉举报%s次", "次"),
    SAME_ISSUE          (Counting::sameIssue,       Span.WINDOW, Rests.ON_COUNTING, "您以内容基本相同的文字对%s家不同经营者提出投诉举报", "家"),
    SHARED_CONTACT      (Counting::sharedContact,   Span.TO_DATE, Rests.ON_COUNTING, "共有%s人（含您本人）留下了同一电话或者同一地址", "人"),
    WITHDRAWN_SHARE     (Counting::withdrawnShare,  Span.WINDOW, Rests.ON_COUNTING, "您取得款项后撤回的投诉举报占全部投诉举报的比例为%s", ""),
    QUANTITY_OVER_USE   (Counting::quantityOverUse, Span.WINDOW, Rests.ON_COUNTING, "您一次购买的数量为保质期内合理使用量的%s倍", "倍"),
    REFUSED_GROUND_3    (Counting::refused,         Span.WINDOW, Rests.ON_PEOPLE,   "您的投诉因不能证明系为生活消费需要而不予受理或者终止调解%s次", "次"),
    OUTSIDE_PROCEEDINGS (Counting::outside,         Span.WINDOW, Rests.ON_COUNTING, "您就投诉举报事项申请政府信息公开、行政复议和提起行政诉讼共%s次", "次"),
    TEXT_OVER_PERSONS   (Counting::textOverPersons, Span.WINDOW, Rests.ON_COUNTING, "共有%s人（含您本人）提交了内容基本相同的投诉举报文字", "人"),
    CONFIRMED_CONDUCT   (Counting::conduct,         Span.WINDOW, Rests.ON_PEOPLE,   "经有关机关或者工作人员认定，您有夹带、掉包、造假、篡改商品信息、捏造事实等行为%s次", "次"),
    GENERATED_EVIDENCE  (Counting::generated,       Span.WINDOW, Rests.ON_PEOPLE,   "您有%s件投诉举报的证据经工作人员认定为生成合成", "件"),
    /** Says what a conduct is and since when it counts; nothing is counted by it alone. */
    CONDUCT_DEFINITION  (Counting::nothing,         Span.WINDOW, Rests.ON_PEOPLE,   "", "");
    // spotless:on

    /** Which time the sentence speaks of. */
    enum Span {
        WINDOW,
        TO_DATE
    }

    /** Whether people have found what is counted, each case by itself. */
    enum Rests {
        ON_PEOPLE,
        ON_COUNTING
    }

    private final Function<Counting, Observation> observe;
    private final Span span;
    private final Rests rests;
    private final String zh;
    private final String unit;

    Metric(
            Function<Counting, Observation> observe,
            Span span,
            Rests rests,
            String zh,
            String unit) {
        this.observe = observe;
        this.span = span;
        this.rests = rests;
        this.zh = zh;
        this.unit = unit;
    }

    /** Whether a criterion over this may propose by itself. */
    public boolean restsOnPeople() {
        return rests == Rests.ON_PEOPLE;
    }

    Observation observe(Counting counting) {
        return observe.apply(counting);
    }

    boolean isToDate() {
        return span == Span.TO_DATE;
    }

    String zh(String observed) {
        return zh.formatted(observed);
    }

    String unit() {
        return unit;
    }
}
