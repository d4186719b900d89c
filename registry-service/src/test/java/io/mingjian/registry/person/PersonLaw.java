package io.mingjian.registry.person;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

/** What merging filers stands on. */
public final class PersonLaw {
    public static final Lifecycle<?, ?> PROCEDURE = MergeLifecycle.TABLE;

    private PersonLaw() {}

    public static List<LegalTable> tables() {
        return List.of(
                LegalTable.ofFile(
                        "投诉举报人：共用联系方式不再用于识别同一人的界限",
                        "/rules/filer-hubs.yaml",
                        "basis",
                        "ASSUMPTION",
                        "联系方式",
                        "kind",
                        "最多人数",
                        "most",
                        "施行",
                        "validFrom"));
    }
}
