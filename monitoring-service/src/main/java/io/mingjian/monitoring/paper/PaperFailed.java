package io.mingjian.monitoring.paper;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.ProblemType;
import io.mingjian.kit.refusal.Refusal;
import java.util.List;

/** Printing was tried as often as it may be, and somebody has to look. */
final class PaperFailed extends Refusal {
    private static final long serialVersionUID = 1L;

    PaperFailed(int attempts) {
        super(
                ProblemType.UNAVAILABLE,
                "文书打印失败，请联系系统管理员查明原因后重新打印。",
                "Printing failed; ask the administrator to find out why and to print it anew.",
                List.of(
                        new FieldError(
                                "",
                                "print-failed",
                                "已尝试" + attempts + "次。",
                                "It was tried " + attempts + " times.")));
    }
}
