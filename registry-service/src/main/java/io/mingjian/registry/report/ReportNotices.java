package io.mingjian.registry.report;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.document.Addressee;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.NoticeOrder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notices that a report's steps make due. All go to the reporter alone (Order 121 Art 37); who
 * gave no identity is told nothing.
 */
record ReportNotices(UUID filingId, String registrationNo, String bureau, boolean anonymous) {
    private static final NoticeOrder[] NONE = {};

    static ReportNotices of(Report report) {
        return new ReportNotices(
                report.id(), report.head().registrationNo(), report.holder(), report.isAnonymous());
    }

    /** Of a report that is handled with this one; its reporter hears the same (Art 35, 36). */
    ReportNotices ofMerged(Fact.Absorbed merged) {
        return new ReportNotices(
                merged.sourceId(), merged.sourceRegistrationNo(), bureau, merged.anonymous());
    }

    /** Order 121 Art 34; Food Safety Law Art 115. */
    NoticeOrder[] noAuthority(Fact.AuthorityDeclined declined, String reasons) {
        Map<String, String> facts = new HashMap<>();
        facts.put("reasons", reasons);
        put(facts, "competent", declined.competent());
        put(facts, "handedOverTo", declined.handedOverTo());
        return order(NoticeKind.REPORT_NO_AUTHORITY, null, facts);
    }

    /** Order 2 Art 18; Order 121 Art 27. */
    NoticeOrder[] extended(LocalDate due, String reasons) {
        return order(NoticeKind.VERIFICATION_EXTENDED, due, Map.of("reasons", reasons));
    }

    /** Order 121 Art 36. */
    NoticeOrder[] result(String result, String basis, @Nullable String reward) {
        Map<String, String> facts = new HashMap<>();
        facts.put("result", result);
        facts.put("basis", basis);
        put(facts, "reward", reward);
        return order(NoticeKind.REPORT_RESULT, null, facts);
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private NoticeOrder[] order(
            NoticeKind kind, @Nullable LocalDate due, Map<String, String> facts) {
        return anonymous
                ? NONE
                : new NoticeOrder[] {
                    new NoticeOrder(
                            kind,
                            filingId,
                            FilingKind.REPORT,
                            registrationNo,
                            bureau,
                            Addressee.REPORTER,
                            due,
                            facts)
                };
    }
}
