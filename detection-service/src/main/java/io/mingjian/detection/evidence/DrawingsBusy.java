package io.mingjian.detection.evidence;

import io.mingjian.kit.refusal.ProblemType;
import io.mingjian.kit.refusal.Refusal;

/** Too many copies are being drawn; later there may be a turn. */
final class DrawingsBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    DrawingsBusy() {
        super(
                ProblemType.UNAVAILABLE,
                "正在生成的查看副本较多，请稍后重试。",
                "Too many copies are being drawn; try again later.");
    }
}
