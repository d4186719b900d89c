package io.mingjian.monitoring.board;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Forbidden;

/** As whom somebody looks at the board. */
enum Reader {
    CITY("l.bureau = :org"),
    DISTRICT("l.holder = :org"),
    AGENCY("l.agency = :org");

    private final String narrowing;

    Reader(String narrowing) {
        this.narrowing = narrowing;
    }

    /** The one place that says whose leads a reader's board counts. */
    String narrowing() {
        return narrowing;
    }

    /**
     * @throws Forbidden for those who have no leads to look at
     */
    static Reader of(Caller caller) {
        if (caller.isCity()) {
            return CITY;
        }
        if (caller.isDistrict()) {
            return DISTRICT;
        }
        if (caller.is(OrganisationKind.MONITOR)) {
            return AGENCY;
        }
        throw new Forbidden("看板仅供市场监管部门和监测机构查看。", "The board is for the bureaus and the agencies.");
    }
}
