package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.disposal.DisposalCode;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Fixation;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.InstructionFacts;
import io.mingjian.monitoring.instruction.InstructionFacts.Demand;
import io.mingjian.monitoring.letter.LetterReading.LetterFacts;
import io.mingjian.monitoring.paper.PaperSources.Assigned;
import io.mingjian.monitoring.paper.PaperSources.FedBack;
import io.mingjian.monitoring.paper.PaperSources.LeadFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Collects what a paper says; a fact that is not known is left out. */
final class Facts {
    private static final String AND = "、";
    private static final int MOST_FILES = 20;

    private final Map<String, String> all = new TreeMap<>();

    /**
     * What the paper of an instruction says.
     *
     * @param agencies by name, those that this copy names
     */
    static Map<String, String> of(
            InstructionFacts instruction, String addressee, Collection<String> agencies) {
        return new Facts()
                .add("addressee", addressee)
                .ordered(instruction)
                .add("platforms", instruction.platforms())
                .add("keywords", instruction.keywords())
                .add("categories", instruction.categories().stream().map(Facts::violation).toList())
                .add("requiredFields", fields(instruction.everyFinding()))
                .add("requiredEvidence", evidence(instruction.everyFinding()))
                .add(
                        "ofCategories",
                        instruction.ofCategories().stream()
                                .map(Facts::demand)
                                .collect(Collectors.joining("；")))
                .add("changeReasons", instruction.changeReasons())
                .add("deadline", Words.day(instruction.deadline()))
                .add("agencies", agencies)
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
        Optional<DisposalCode> code = code(fedBack.code());
        JsonNode principal = fedBack.measures().path(0);
        JsonNode form = fedBack.form();
        return new Facts()
                .about(fedBack.lead())
                .told(fedBack)
                .add("measure", Named.measure(fedBack.code()))
                .add("basis", code.map(DisposalCode::basis).orElse("–"))
                .add("caseNo", text(principal, "caseNo"))
                .add("agency", text(principal, "agency"))
                .add("earlierLeadNo", text(principal, "leadNo"))
                .add("amount", yuan(principal, "amount"))
                .add("decidedOn", decidedOn(principal, fedBack.decidedAt()))
                .add("furtherMeasures", further(fedBack.measures()))
                .add("rectification", text(form, "rectification"))
                .add("amountFined", yuan(form, "amountFined"))
                .add("goods", text(form, "goods"))
                .add("publishedOn", day(text(form, "publishedOn")))
                .add("reasons", fedBack.reasons())
                .add("documentNo", fedBack.documentNo())
                .add("decidedAt", Words.time(fedBack.decidedAt()))
                .add("feedback", fedBack.feedback())
                .add("fedBackAt", Words.time(fedBack.fedBackAt()))
                .all;
    }

    static Map<String, String> of(LetterFacts letter, String from) {
        return new Facts()
                .add("from", from)
                .add("matter", letter.title())
                .add("text", letter.text())
                .add("platform", letter.platform())
                .add("due", letter.dueOn() == null ? null : Words.day(letter.dueOn()))
                .all;
    }

    private static String demand(Demand demand) {
        String all =
                Stream.of(String.join(AND, fields(demand)), evidence(demand))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("，"));
        return violation(demand.category()) + "：" + all;
    }

    private static List<String> fields(Demand demand) {
        return demand.fields().stream().map(OutputField::zh).toList();
    }

    private static String evidence(Demand demand) {
        return demand.evidence().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().zh() + "至少" + each.getValue() + "件")
                .collect(Collectors.joining(AND));
    }

    private static String further(JsonNode measures) {
        return StreamSupport.stream(measures.spliterator(), false)
                .skip(1)
                .map(Facts::measure)
                .collect(Collectors.joining("；"));
    }

    private static String measure(JsonNode measure) {
        String details =
                Stream.of(
                                labelled("", day(text(measure, "decidedOn")), "作出"),
                                text(measure, "caseNo"),
                                text(measure, "documentNo"),
                                text(measure, "agency"),
                                labelled("已处置线索", text(measure, "leadNo"), ""),
                                labelled("金额", yuan(measure, "amount"), "元"),
                                text(measure, "reasons"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("，"));
        return Named.measure(text(measure, "code"))
                + (details.isEmpty() ? "" : "（" + details + "）");
    }

    private static Optional<DisposalCode> code(String name) {
        return Arrays.stream(DisposalCode.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static @Nullable String text(JsonNode of, String name) {
        return of.hasNonNull(name) ? of.get(name).asText() : null;
    }

    private static @Nullable String labelled(String before, @Nullable String text, String after) {
        return text == null ? null : before + text + after;
    }

    /** What is no number is an earlier release's, and is shown as it was kept. */
    private static @Nullable String yuan(JsonNode of, String name) {
        JsonNode amount = of.path(name);
        return amount.isNumber() ? Words.yuan(amount.decimalValue()) : text(of, name);
    }

    /** The day that the officer named; before officers named one, that of the recording. */
    private static String decidedOn(JsonNode principal, Instant recorded) {
        return Objects.requireNonNullElseGet(
                day(text(principal, "decidedOn")), () -> Words.day(LegalDay.of(recorded)));
    }

    private static @Nullable String day(@Nullable String iso) {
        return iso == null ? null : Words.day(LocalDate.parse(iso));
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

    /**
     * Who tells, who is to check it, and who decided where that is another. What the city tells
     * itself goes to the person who checks it.
     */
    private Facts told(FedBack fedBack) {
        boolean byCity = fedBack.toldBy().equals(fedBack.lead().bureau());
        boolean ownDecision = fedBack.decidedBy().equals(fedBack.toldBy());
        return add("addressee", byCity ? "本局核对人员" : Words.bureau(fedBack.lead().bureau()))
                .add(byCity ? "tellingCity" : "tellingDistrict", Words.bureau(fedBack.toldBy()))
                .add("decidedBy", ownDecision ? null : Words.bureau(fedBack.decidedBy()));
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
