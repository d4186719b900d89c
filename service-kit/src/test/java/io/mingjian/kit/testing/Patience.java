package io.mingjian.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long tests wait for what comes by itself. A condition that comes true costs no more by it,
 * however long it might have waited; on a machine that does other work a second may take ten.
 */
public final class Patience {
    private static final Duration LONG = Duration.ofSeconds(60);

    private Patience() {}

    /** Awaits a condition for a minute, if the test says nothing else. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONG);
    }

    /** The same with words for the failure. */
    public static ConditionFactory await(String alias) {
        return Awaitility.await(alias).atMost(LONG);
    }
}
