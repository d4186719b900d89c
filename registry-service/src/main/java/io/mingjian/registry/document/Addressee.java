package io.mingjian.registry.document;

/** To whom a notice is addressed. */
public enum Addressee {
    COMPLAINANT("投诉人"),
    RESPONDENT("被投诉人"),
    REPORTER("举报人");

    private final String zh;

    Addressee(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
