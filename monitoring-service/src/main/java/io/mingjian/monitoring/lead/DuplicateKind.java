package io.mingjian.monitoring.lead;

/** Why the machine thinks that two leads may be one. */
public enum DuplicateKind {
    /** Same page in normal form, same subject, same kind of violation. */
    URL("页面、主体、违法类型相同"),
    /** The same file, or a picture that the detection service found again. */
    PICTURE("证据文件或图片相同"),
    /** The texts have most of their wording in common. */
    TEXT("文字高度相似");

    private final String zh;

    DuplicateKind(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
