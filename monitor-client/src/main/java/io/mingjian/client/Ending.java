package io.mingjian.client;

/**
 * How a run ends; the numbers are exit statuses that scripts rely on, so they never change their
 * meaning.
 */
public enum Ending {
    ACCEPTED(0, "全部收下", "everything was accepted"),
    PARTLY_REFUSED(1, "有线索未被收下，见上", "some findings were not accepted, see above"),
    BAD_INPUT(2, "材料有误，未报送任何内容", "the input is faulty; nothing was sent"),
    INTERRUPTED(
            3,
            "报送未完成；请用同一命令继续，已报送的不会重复",
            "not finished; run the same command again to go on, nothing is sent twice"),
    NOT_ALLOWED(
            4,
            "平台不允许：请核对凭据、监测指令编号及其状态",
            "not allowed: check credentials, the instruction's id and its state"),
    USAGE(5, "命令或参数有误", "the command was not understood"),
    BUSY(6, "同一状态目录正被另一次报送使用", "another run is using the same state folder");

    private final int status;
    private final Text text;

    Ending(int status, String zh, String en) {
        this.status = status;
        this.text = Text.of(zh, en);
    }

    public int status() {
        return status;
    }

    public Text text() {
        return text;
    }
}
