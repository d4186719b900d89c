package io.mingjian.registry.listing;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

/** What the rules of the abnormal-filer list stand on. */
public final class ListingLaw {
    public static final Lifecycle<?, ?> PROCEDURE = EntryLifecycle.TABLE;

    private ListingLaw() {}

    public static List<LegalTable> tables() {
        return List.of(
                LegalTable.ofLimits(
                        "投诉举报异常名录：期限",
                        EntryLifecycle.LIMITS,
                        name -> EntryLimit.valueOf(name).zh()),
                LegalTable.ofFile(
                        "投诉举报异常名录：程序",
                        "/rules/listing-procedure.yaml",
                        "basis",
                        "ORDER",
                        "先行告知",
                        "priorNotice",
                        "听证",
                        "hearing",
                        "可暂停效力",
                        "stay",
                        "建议期限（月）",
                        "termMonths",
                        "最长（月）",
                        "maxMonths",
                        "不重复提请（日）",
                        "quietDays",
                        "新认定即再提请",
                        "countsAnew",
                        "施行",
                        "validFrom"));
    }
}
