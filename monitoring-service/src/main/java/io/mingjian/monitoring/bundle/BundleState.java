package io.mingjian.monitoring.bundle;

/** Where a bundle stands. */
enum BundleState {
    /** Looked through; its files are being kept. */
    RECEIVING("接收中"),
    /**
     * Kept whole; its files are to be handed over as evidence, or are, and its findings wait to be
     * entered anew.
     */
    CHECKED("待移交"),
    /** All its files were handed over; its findings are an import. */
    DELIVERED("已移交"),
    /** Given up; what was handed over before stays evidence. */
    CANCELLED("已取消");

    private final String zh;

    BundleState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
