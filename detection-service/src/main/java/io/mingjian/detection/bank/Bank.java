package io.mingjian.detection.bank;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;

/** The banks. */
public enum Bank {
    /**
     * Pictures that people confirmed as generated, on other grounds than a score. Two people,
     * because such an entry weighs in the cases of others.
     */
    KNOWN_AI("经人工确认的生成图片", State.PROPOSED),
    /** Public stock and sample pictures. Two people, for the same reason. */
    STOCK("公开的素材或者样图", State.PROPOSED),
    /**
     * Photographs of its shop and goods that a merchant says are its own. Nobody has checked that:
     * one may be a photograph that a buyer sent it.
     */
    MERCHANT_PHOTOS("商家登记为自有的照片（未经核实）", State.ACTIVE),
    /**
     * Pictures that so many unconnected matters show that they say nothing: placeholders, logos,
     * empty pages. Only the machine puts one in; two people say that it stays, one that it is none.
     */
    COMMON("多处共见的画面", State.QUARANTINED);

    private final String zhName;
    private final State initial;

    Bank(String zhName, State initial) {
        this.zhName = zhName;
        this.initial = initial;
    }

    public String zhName() {
        return zhName;
    }

    State initial() {
        return initial;
    }

    /** Whether this caller may put a picture in. */
    boolean mayBeFilledBy(Caller caller) {
        return switch (this) {
            case KNOWN_AI, STOCK -> isDeciderOfTheCity(caller);
            case MERCHANT_PHOTOS ->
                    caller.is(OrganisationKind.MERCHANT) && caller.has(Role.HANDLER);
            case COMMON -> false;
        };
    }

    static boolean isDeciderOfTheCity(Caller caller) {
        return caller.isCity() && caller.hasAny(Role.REVIEWER, Role.HEAD);
    }

    /** A decision about an entry that one person wishes and another has to bear out. */
    enum Wish {
        /** That a quarantined picture is a common one, or that a proposal of nobody known holds. */
        CONFIRMATION("确认"),
        /** That an entry in force, or one that the machine stopped, is taken back. */
        REVOCATION("撤销");

        private final String zhName;

        Wish(String zhName) {
            this.zhName = zhName;
        }

        String zhName() {
            return zhName;
        }
    }

    /** What becomes of an entry. */
    enum State {
        /** Waits for a second person; weighs nothing. */
        PROPOSED("待第二人确认"),
        /** Weighs; a common picture: keeps others from weighing. */
        ACTIVE("有效"),
        /** Suddenly matched too much; weighs nothing until people have decided. */
        QUARANTINED("已隔离，待人工决定"),
        /** Taken back; weighs nothing any more. */
        REVOKED("已撤销"),
        /** A common picture that people found to be none: what it held back weighs again. */
        RELEASED("已解除");

        private final String zhName;

        State(String zhName) {
            this.zhName = zhName;
        }

        String zhName() {
            return zhName;
        }
    }
}
