package io.mingjian.registry.lookup;

import io.mingjian.contracts.OrganisationKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kinds of organisations with which there can be an agreement at all. Platforms, merchants,
 * monitors and model providers are not among them: no legal basis was found. The bureaus see the
 * list itself.
 */
final class Departments {
    private static final Map<OrganisationKind, String> ZH = new LinkedHashMap<>();

    static {
        ZH.put(OrganisationKind.POLICE, "公安机关");
        ZH.put(OrganisationKind.CYBERSPACE, "网信部门");
        ZH.put(OrganisationKind.COURT, "人民法院");
        ZH.put(OrganisationKind.PROCURATORATE, "人民检察院");
        ZH.put(OrganisationKind.JUSTICE, "司法行政部门");
        ZH.put(OrganisationKind.DEVELOPMENT_REFORM, "发展改革部门");
        ZH.put(OrganisationKind.PETITION, "信访部门");
        ZH.put(OrganisationKind.COMMERCE, "商务部门");
    }

    private Departments() {}

    static boolean has(OrganisationKind kind) {
        return ZH.containsKey(kind);
    }

    static String zh(OrganisationKind kind) {
        return ZH.getOrDefault(kind, kind.name());
    }

    static String codes() {
        return String.join(", ", ZH.keySet().stream().map(Enum::name).toList());
    }
}
