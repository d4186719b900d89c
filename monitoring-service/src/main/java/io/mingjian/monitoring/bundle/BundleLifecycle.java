package io.mingjian.monitoring.bundle;

import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.MONITOR;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.bundle.BundleState.CANCELLED;
import static io.mingjian.monitoring.bundle.BundleState.CHECKED;
import static io.mingjian.monitoring.bundle.BundleState.DELIVERED;
import static io.mingjian.monitoring.bundle.BundleState.RECEIVING;
import static io.mingjian.monitoring.bundle.BundleStep.CANCEL;
import static io.mingjian.monitoring.bundle.BundleStep.DELIVER;
import static io.mingjian.monitoring.bundle.BundleStep.KEEP;
import static io.mingjian.monitoring.bundle.BundleStep.TAKE_BACK;

import io.mingjian.kit.lifecycle.Lifecycle;
import java.util.EnumSet;

/**
 * A bundle on its way in. Its files become evidence in the agency's name, never the machine's. One
 * that was handed over is at an end for its agency; only the machine takes it back when nobody
 * could read its findings, and gives it up when nothing of it was taken and it came again.
 */
final class BundleLifecycle {
    // spotless:off
    static final Lifecycle<BundleState, BundleStep> TABLE = Lifecycle.of("lead-bundle", RECEIVING, EnumSet.of(CANCELLED),
        //  from       step       to         by                   reasons   clocks  article
        row(RECEIVING, KEEP,      CHECKED,   MONITOR,             OPTIONAL, none(), "–"),
        row(CHECKED,   DELIVER,   DELIVERED, MONITOR,             OPTIONAL, none(), "–"),
        row(CHECKED,   CANCEL,    CANCELLED, MONITOR.or(MACHINE), OPTIONAL, none(), "–"),
        row(DELIVERED, TAKE_BACK, CHECKED,   MACHINE,             OPTIONAL, none(), "–"),
        row(DELIVERED, CANCEL,    CANCELLED, MACHINE,             OPTIONAL, none(), "–"));
    // spotless:on

    private BundleLifecycle() {}
}
