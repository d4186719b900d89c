package io.mingjian.registry.trial;

/** What a trial is asked for. */
enum TrialKind {
    /** Whom the version would have proposed. */
    SHADOW("试运行"),
    /** The same, compared with what people decided later. */
    BACK_TEST("回溯检验");

    private final String zh;

    TrialKind(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
