package io.mingjian.kit.time;

/** How the days of a period are counted. */
public enum PeriodUnit {
    /** Only days on which offices work; short form {@code WD}. */
    WORKING_DAY("WD", "个工作日", "working days"),
    /** Every calendar day; short form {@code ND}. */
    NATURAL_DAY("ND", "日", "natural days");

    private final String shortForm;
    private final String zh;
    private final String en;

    PeriodUnit(String shortForm, String zh, String en) {
        this.shortForm = shortForm;
        this.zh = zh;
        this.en = en;
    }

    /** {@code WD} or {@code ND}, as in {@code 7WD}. */
    public String shortForm() {
        return shortForm;
    }

    String zh(int amount) {
        return amount + zh;
    }

    String en(int amount) {
        return amount + " " + (amount == 1 ? en.substring(0, en.length() - 1) : en);
    }
}
