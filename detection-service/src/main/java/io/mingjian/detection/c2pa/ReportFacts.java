package io.mingjian.detection.c2pa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as plain facts in a fixed order. */
final class ReportFacts {
    /** Manifests that are told, the file's own and those before it. */
    private static final int MOST_MANIFESTS = 20;

    /** Codes that are told of one manifest, and failures of all. */
    private static final int MOST_CODES = 100;

    private ReportFacts() {}

    static List<Map<String, Object>> manifests(CredentialReport report) {
        int more = Math.max(0, report.manifests().size() - MOST_MANIFESTS);
        return report.manifests().stream().skip(more).map(ReportFacts::of).toList();
    }

    static List<Map<String, Object>> failures(CredentialReport report) {
        return report.failures().stream().limit(MOST_CODES).map(ReportFacts::of).toList();
    }

    private static Map<String, Object> of(ManifestReport manifest) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", manifest.label());
        facts.put("role", manifest.role().name());
        facts.put("generator", manifest.generator());
        manifest.issuer().ifPresent(issuer -> facts.put("issuer", issuer));
        manifest.time().ifPresent(time -> facts.put("time", time.toString()));
        facts.put("timeTrusted", manifest.timeTrusted());
        facts.put("actions", manifest.actions().stream().map(ReportFacts::of).toList());
        List<ValidationCode> codes = manifest.codes();
        facts.put("codes", codes.stream().limit(MOST_CODES).map(ReportFacts::of).toList());
        return facts;
    }

    private static Map<String, Object> of(ValidationCode code) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", code.status().code());
        facts.put("url", code.url());
        facts.put("explanation", code.status().zhExplanation());
        facts.put("outcome", code.status().outcome().name());
        facts.put("knownAtSigning", code.knownAtSigning());
        return facts;
    }

    private static Map<String, Object> of(Action action) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("action", action.name());
        action.digitalSourceType().ifPresent(type -> facts.put("digitalSourceType", type));
        action.softwareAgent().ifPresent(agent -> facts.put("softwareAgent", agent));
        return facts;
    }
}
