package io.mingjian.monitoring.letter;

/** What can be done with a letter. */
public enum LetterStep {
    ISSUE("签发"),
    ACKNOWLEDGE("签收"),
    REMIND("催办"),
    ANSWER("答复"),
    WITHDRAW("撤回");

    private final String zh;

    LetterStep(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
