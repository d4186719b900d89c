package io.mingjian.detection.bundle;

/** Bytes that are not what a bundle may hold; the message says what is wrong with them. */
public final class NotInForm extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param what for people, in zh-CN
     */
    NotInForm(String what) {
        super(what);
    }

    NotInForm(String what, Throwable cause) {
        super(what, cause);
    }

    /** What is wrong, for people. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
