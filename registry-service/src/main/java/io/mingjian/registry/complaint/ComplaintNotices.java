package io.mingjian.registry.complaint;

import static io.mingjian.registry.document.Addressee.COMPLAINANT;
import static io.mingjian.registry.document.Addressee.RESPONDENT;
import static java.util.stream.Collectors.joining;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.document.Addressee;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.NoticeOrder;
import io.mingjian.registry.form.Claim;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notices that a complaint's steps make due, in the words of the articles. */
record ComplaintNotices(UUID filingId, String registrationNo, String bureau) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    static ComplaintNotices of(Complaint complaint) {
        return new ComplaintNotices(
                complaint.id(), complaint.head().registrationNo(), complaint.holder());
    }

    /** Art 15: the complainant is told, and the respondent is asked about mediation. */
    NoticeOrder[] accepted(LocalDate mediationDue) {
        return toBoth(NoticeKind.COMPLAINT_ACCEPTED, mediationDue, Map.of());
    }

    /** Art 15–17: ground, reasons and what else the complainant can do. */
    NoticeOrder notAccepted(NonAcceptance refusal, String reasons) {
        Map<String, String> facts = new HashMap<>();
        facts.put("ground", "第十六条第" + refusal.ground().number() + "项：" + refusal.ground().zh());
        facts.put("reasons", reasons);
        facts.put("remedies", refusal.remedies());
        if (!refusal.factors().isEmpty()) {
            facts.put(
                    "factors",
                    refusal.factors().stream().map(ConsumptionFactor::zh).collect(joining("；")));
        }
        return order(NoticeKind.COMPLAINT_NOT_ACCEPTED, COMPLAINANT, null, facts);
    }

    /** Art 10(3), form 4. */
    NoticeOrder identityAsked(Fact.IdentityAsked asked, String reasons) {
        return order(
                NoticeKind.IDENTITY_REQUEST,
                COMPLAINANT,
                asked.dueOn(),
                Map.of("materials", asked.materials(), "reasons", reasons));
    }

    /** Art 20: time, place and mediator, beforehand. */
    NoticeOrder[] appointed(Fact.Appointed appointed) {
        return toBoth(
                NoticeKind.MEDIATION_APPOINTMENT,
                null,
                Map.of(
                        "time",
                        appointed.at().format(MINUTE),
                        "place",
                        appointed.place(),
                        "mediator",
                        appointed.mediator(),
                        "mode",
                        appointed.mode().zh()));
    }

    /** Art 24: the mediation document, or the record where none is needed. */
    NoticeOrder[] agreed(Fact.Agreed agreed, String disputeFacts, List<Claim> claims) {
        NoticeKind kind =
                agreed.paper() == Fact.Paper.MEDIATION_DOCUMENT
                        ? NoticeKind.MEDIATION_DOCUMENT
                        : NoticeKind.MEDIATION_RECORD;
        return toBoth(
                kind,
                agreed.performBy(),
                Map.of(
                        "disputeFacts",
                        disputeFacts,
                        "agreement",
                        agreed.terms(),
                        "mediator",
                        agreed.mediator(),
                        "claims",
                        claims.stream().map(Claim::zh).collect(joining("、"))));
    }

    /** Art 23: both are told of the ground. */
    NoticeOrder[] terminated(Termination termination, String reasons) {
        String ground = "第二十三条第" + termination.ground().number() + "项：" + termination.zh();
        return toBoth(
                NoticeKind.MEDIATION_TERMINATED,
                null,
                Map.of("ground", ground, "reasons", reasons));
    }

    private NoticeOrder[] toBoth(
            NoticeKind kind, @Nullable LocalDate due, Map<String, String> facts) {
        return new NoticeOrder[] {
            order(kind, COMPLAINANT, due, facts), order(kind, RESPONDENT, due, facts)
        };
    }

    private NoticeOrder order(
            NoticeKind kind,
            Addressee addressee,
            @Nullable LocalDate due,
            Map<String, String> facts) {
        return new NoticeOrder(
                kind,
                filingId,
                FilingKind.COMPLAINT,
                registrationNo,
                bureau,
                addressee,
                due,
                facts);
    }
}
