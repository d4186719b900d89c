package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;

/**
 * The order under which an agency works, and whether findings may come in under it now. Neither
 * changes before the transaction ends.
 */
public final class Mandate {
    private final Order order;
    private final Commission own;
    private final Caller agency;

    Mandate(Order order, Commission own, Caller agency) {
        this.order = order;
        this.own = own;
        this.agency = agency;
    }

    /** By the version that is in force, whether or not anything may come in under it. */
    public Order order() {
        return order;
    }

    /**
     * Fails where the agency may not hand in anything new now.
     *
     * @throws io.mingjian.kit.refusal.StepNotAllowed before the acknowledgement, after a refusal, a
     *     withdrawal and the closing
     * @throws io.mingjian.kit.refusal.Conflict after the agency said that nothing more will come
     */
    public Mandate requireOpen() {
        own.requireOpenForResults(agency);
        return this;
    }

    /**
     * Fails where nothing new may come in and nothing came in before either: what came may be
     * repeated whatever became of the order, and is known again only once it was read.
     */
    public Mandate requireOpenOrUsed() {
        return own.hasResults() ? this : requireOpen();
    }
}
