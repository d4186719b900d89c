package io.mingjian.registry.document;

import io.mingjian.kit.testing.LegalTable;
import io.mingjian.kit.testing.LegalTable.Basis;
import java.util.List;

/** What the service of notices stands on. */
public final class DocumentLaw {
    private DocumentLaw() {}

    public static List<LegalTable> tables() {
        return List.of(
                LegalTable.of(
                        "文书：送达方式",
                        List.of("代码", "方式", "须经受送达人同意"),
                        List.of(ServiceMethod.values()),
                        method ->
                                List.of(
                                        "`" + method.name() + "`",
                                        method.zh(),
                                        method.needsConsent() ? "是" : "–"),
                        method -> new Basis(method.basis(), "ASSUMPTION")));
    }
}
