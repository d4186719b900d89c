package io.mingjian.registry.document;

import static io.mingjian.registry.document.Addressee.COMPLAINANT;
import static io.mingjian.registry.document.Addressee.REPORTER;
import static io.mingjian.registry.document.Addressee.RESPONDENT;

import io.mingjian.contracts.FilingKind;
import java.util.Set;

/**
 * Kinds of notices: to whom each may go, and the facts that the step which orders it must or may
 * give. A report's notices go to the reporter alone (Order 121 Art 37).
 */
public enum NoticeKind {
    /** Art 15. {@code due}: last day of mediation. */
    COMPLAINT_ACCEPTED("投诉受理通知书", Set.of(COMPLAINANT, RESPONDENT), Set.of(), Set.of(), false),
    /**
     * Arts 15–17. {@code ground} and {@code factors} in the words of the articles, {@code remedies}
     * with Consumer Law Art 39.
     */
    COMPLAINT_NOT_ACCEPTED(
            "投诉不予受理告知书",
            Set.of(COMPLAINANT),
            Set.of("ground", "reasons", "remedies"),
            Set.of("factors"),
            false),
    /** Form 4, Art 10(3). {@code materials}: what is asked for; {@code due}: until when. */
    IDENTITY_REQUEST(
            "提供身份证明通知书", Set.of(COMPLAINANT), Set.of("materials"), Set.of("reasons"), true),
    /**
     * Art 20. {@code time}, {@code place} and {@code mediator} of the mediation, told beforehand.
     */
    MEDIATION_APPOINTMENT(
            "调解通知书",
            Set.of(COMPLAINANT, RESPONDENT),
            Set.of("time", "place", "mediator"),
            Set.of("mode"),
            false),
    /** Art 23, to both parties. {@code ground} in the words of the article. */
    MEDIATION_TERMINATED(
            "终止调解告知书",
            Set.of(COMPLAINANT, RESPONDENT),
            Set.of("ground", "reasons"),
            Set.of(),
            false),
    /** Art 24. {@code due}: until when it is to be performed. */
    MEDIATION_DOCUMENT(
            "调解书",
            Set.of(COMPLAINANT, RESPONDENT),
            Set.of("disputeFacts", "agreement", "mediator"),
            Set.of("claims"),
            false),
    /** Art 24: kept where no mediation document is made. */
    MEDIATION_RECORD(
            "调解记录",
            Set.of(COMPLAINANT, RESPONDENT),
            Set.of("disputeFacts", "agreement", "mediator"),
            Set.of("claims"),
            false),
    /** Order 2 Art 18. {@code due}: the new last day. */
    VERIFICATION_EXTENDED("延长核查期限告知书", Set.of(REPORTER), Set.of("reasons"), Set.of(), true),
    /**
     * Art 34. {@code competent}: where to file it instead; {@code handedOverTo}: who has it now
     * (Food Safety Law Art 115).
     */
    REPORT_NO_AUTHORITY(
            "举报处理权限告知书",
            Set.of(REPORTER),
            Set.of("reasons"),
            Set.of("competent", "handedOverTo"),
            false),
    /** Art 36. {@code basis}: the law that asks for this notice; {@code result}: what came out. */
    REPORT_RESULT(
            "举报处理结果告知书", Set.of(REPORTER), Set.of("result", "basis"), Set.of("reward"), false);

    private final String zh;
    private final Set<Addressee> addressees;
    private final Set<String> required;
    private final Set<String> optional;
    private final boolean dated;

    NoticeKind(
            String zh,
            Set<Addressee> addressees,
            Set<String> required,
            Set<String> optional,
            boolean dated) {
        this.zh = zh;
        this.addressees = addressees;
        this.required = required;
        this.optional = optional;
        this.dated = dated;
    }

    public String zh() {
        return zh;
    }

    /** Facts without which it cannot be ordered. */
    public Set<String> required() {
        return required;
    }

    /** Facts that may be given beside. */
    public Set<String> optional() {
        return optional;
    }

    /** Whether it must name a last day. */
    public boolean isDated() {
        return dated;
    }

    boolean mayGoTo(Addressee addressee) {
        return addressees.contains(addressee);
    }

    boolean belongsTo(FilingKind filing) {
        return addressees.contains(REPORTER) == (filing == FilingKind.REPORT);
    }

    boolean knows(String fact) {
        return required.contains(fact) || optional.contains(fact);
    }
}
