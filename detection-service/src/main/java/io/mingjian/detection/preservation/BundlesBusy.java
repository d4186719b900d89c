package io.mingjian.detection.preservation;

import io.mingjian.kit.refusal.ProblemType;
import io.mingjian.kit.refusal.Refusal;

/** As many bundles are being made and fetched as there is room for; soon one has left. */
final class BundlesBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    BundlesBusy() {
        super(
                ProblemType.UNAVAILABLE,
                "正在制作和下载的保全包较多，请稍后重试。",
                "Too many bundles are being made and fetched; try again soon.");
    }
}
