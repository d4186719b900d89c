package io.mingjian.monitoring.paper;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.disposal.DisposalCode;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Fixation;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.InstructionFacts;
import io.mingjian.monitoring.paper.PaperSources.Assigned;
import io.mingjian.monitoring.paper.PaperSources.FedBack;
import io.mingjian.monitoring.paper.PaperSources.LeadFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what a paper says; a fact that is not known is left out. */
final class Facts {
    private static final String AND = "、";
    private static final int MOST_FILES = 20;

    private final Map<String, String> all = new TreeMap<>();

    /** What the paper of an instruction says to all its agencies. */
    static Map<String, String> of(InstructionFacts instruction) {
        return new Facts()
                .ordered(instruction)
                .add("platforms", instruction.platforms())
                .add("keywords", instruction.keywords())
                .add("categories", instruction.categories().stream().map(Facts::violation).toList())
                .add(
                        "requiredFields",
                        instruction.requiredFields().stream()
                                .map(PaperTables::field)
                                .toList())
                .add("deadline", Words.day(instruction.deadline()))
                .add("agencies", instruction.agencies())
                .all;
    }

    /** What the closing report says before its figures. */
    static Map<String, String> closing(InstructionFacts instruction, Instant closedAt) {
        return new Facts()
                .ordered(instruction)
                .add("closedOn", Words.day(LegalDay.of(closedAt)))
                .add("closingReasons", instruction.closingReasons())
                .all;
    }

    static Map<String, String> of(Assigned assigned) {
        Finding finding = assigned.lead().finding();
        return new Facts()
                .about(assigned.lead())
                .add("uscc", finding.uscc())
                .add("publishedAddress", finding.publishedAddress())
                .add("shopName", finding.shopName())
                .add(
                        "violation",
                        finding.violationType() == null ? null : violation(finding.violationType()))
                .add("provisions", orNone(finding.provisionRefs()))
                .add("contentSummary", finding.contentSummary())
                .add(
                        "collectedAt",
                        finding.collectedAt() == null
                                ? null
                                : Words.time(finding.collectedAt().toInstant()))
                .add("evidence", evidence(orNone(finding.evidence())))
                .add("assignedAt", Words.time(assigned.assignedAt()))
                .add("reasons", assigned.reasons())
                .all;
    }

    static Map<String, String> of(FedBack fedBack) {
        Optional<DisposalCode> code =
                Arrays.stream(DisposalCode.values())
                        .filter(each -> each.name().equals(fedBack.code()))
                        .findFirst();
        return new Facts()
                .about(fedBack.lead())
                .add("measure", code.map(DisposalCode::zh).orElse(fedBack.code()))
                .add("basis", code.map(DisposalCode::basis).orElse("–"))
                .add("reasons", fedBack.reasons())
                .add("documentNo", fedBack.documentNo())
                .add("decidedAt", Words.time(fedBack.decidedAt()))
                .add("feedback", fedBack.feedback())
                .add("fedBackAt", Words.time(fedBack.fedBackAt()))
                .all;
    }

    /** The copy of an instruction's paper that speaks to one agency and names no other. */
    static Map<String, String> forAgency(Map<String, String> facts, String agency) {
        Map<String, String> own = new TreeMap<>(facts);
        own.put("agencies", agency);
        return own;
    }

    /** Whether the bureau's own copy names this agency. */
    static boolean names(Map<String, String> facts, String agency) {
        return List.of(facts.getOrDefault("agencies", "").split(AND)).contains(agency);
    }

    static String violation(String code) {
        ViolationTypes.Row row = ViolationTypes.SHIPPED.rows().get(code);
        return row == null ? code : row.zh();
    }

    private Facts ordered(InstructionFacts instruction) {
        return add("instructionNo", instruction.instructionNo())
                .add("scope", instruction.scope())
                .add("periodFrom", Words.day(instruction.periodFrom()))
                .add("periodTo", Words.day(instruction.periodTo()));
    }

    private Facts about(LeadFacts lead) {
        return add("leadNo", lead.leadNo())
                .add("instructionNo", lead.instructionNo())
                .add("subjectName", lead.finding().subjectName())
                .add("platform", lead.finding().platform())
                .add("pageUrl", lead.finding().pageUrl());
    }

    private Facts add(String name, Collection<String> values) {
        return add(name, String.join(AND, values));
    }

    private Facts add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value.strip());
        }
        return this;
    }

    private static String evidence(List<Fixation> evidence) {
        String files =
                evidence.stream()
                        .limit(MOST_FILES)
                        .map(each -> each.evidenceId() + "（SM3 " + each.sm3() + "）")
                        .collect(Collectors.joining("；"));
        return evidence.size() <= MOST_FILES ? files : files + "等" + evidence.size() + "件";
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
