package io.mingjian.registry.code;

/** What checking a code against its standard found. */
public enum CodeCheck {
    /** Form and check digit are right. */
    OK("符合要求"),
    /** Length or characters do not fit the standard. */
    WRONG_FORM("位数或字符不符合规定"),
    /** The last character is not the one that the standard computes. */
    WRONG_CHECK_DIGIT("校验码不正确，请核对后重新填写"),
    /** The date part names a day that does not exist. */
    NO_SUCH_DATE("出生日期不存在");

    private final String zh;

    CodeCheck(String zh) {
        this.zh = zh;
    }

    /** The finding in words for the officer. */
    public String zh() {
        return zh;
    }

    /** True if the code may be taken as it is. */
    public boolean isOk() {
        return this == OK;
    }
}
