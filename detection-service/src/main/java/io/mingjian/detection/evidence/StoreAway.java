package io.mingjian.detection.evidence;

import io.mingjian.kit.refusal.ProblemType;
import io.mingjian.kit.refusal.Refusal;
import java.io.IOException;
import org.jboss.logging.Logger;

/** The content store does not answer or has no room; later it may. */
final class StoreAway extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(StoreAway.class);

    private StoreAway() {
        super(
                ProblemType.UNAVAILABLE,
                "证据存储暂不可用，请稍后重试。",
                "The evidence store does not answer; try again later.");
    }

    /** Tells the operator why and the caller what to do. */
    static StoreAway because(Throwable failure) {
        LOG.warnf(failure, "the evidence store does not answer");
        return new StoreAway();
    }

    static boolean is(Throwable failure) {
        return failure instanceof IOException;
    }
}
