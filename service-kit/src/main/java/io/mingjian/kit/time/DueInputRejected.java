package io.mingjian.kit.time;

/** A question about a due date that cannot be read; says which part and what form is expected. */
public final class DueInputRejected extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String zhDetail;
    private final String enDetail;

    DueInputRejected(String field, String zhDetail, String enDetail) {
        super(zhDetail + " / " + enDetail);
        this.field = field;
        this.zhDetail = zhDetail;
        this.enDetail = enDetail;
    }

    /** {@code start}, {@code term} or {@code pause}. */
    public String field() {
        return field;
    }

    public String zhDetail() {
        return zhDetail;
    }

    public String enDetail() {
        return enDetail;
    }
}
