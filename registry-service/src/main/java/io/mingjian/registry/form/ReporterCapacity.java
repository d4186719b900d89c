package io.mingjian.registry.form;

/** In which capacity somebody reports; such reports are not counted against the reporter. */
public enum ReporterCapacity {
    WHISTLE_BLOWER("吹哨人"),
    INSIDER("内部知情人");

    private final String zh;

    ReporterCapacity(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
