package io.mingjian.monitoring.paper;

import java.util.List;
import java.util.Set;

/** What is printed, with the facts that every paper of the kind has and those that it may have. */
enum PaperKind {
    INSTRUCTION(
            "监测指令单",
            "",
            Set.of(
                    "instructionNo",
                    "scope",
                    "platforms",
                    "periodFrom",
                    "periodTo",
                    "deadline",
                    "agencies",
                    "addressee"),
            Set.of(
                    "keywords",
                    "categories",
                    "requiredFields",
                    "requiredEvidence",
                    "ofCategories",
                    "changeReasons")),
    ASSIGNMENT_NOTICE(
            "线索分派单",
            "FP",
            Set.of("leadNo", "instructionNo", "assignedAt"),
            Set.of(
                    "subjectName",
                    "uscc",
                    "publishedAddress",
                    "platform",
                    "shopName",
                    "pageUrl",
                    "violation",
                    "provisions",
                    "contentSummary",
                    "collectedAt",
                    "evidence",
                    "reasons")),
    FEEDBACK_FORM(
            "处置反馈表",
            "CZ",
            Set.of(
                    "leadNo",
                    "instructionNo",
                    "measure",
                    "basis",
                    "reasons",
                    "decidedOn",
                    "decidedAt",
                    "feedback",
                    "fedBackAt"),
            Set.of(
                    "addressee",
                    "tellingDistrict",
                    "tellingCity",
                    "decidedBy",
                    "subjectName",
                    "platform",
                    "pageUrl",
                    "documentNo",
                    "caseNo",
                    "agency",
                    "earlierLeadNo",
                    "amount",
                    "furtherMeasures",
                    "rectification",
                    "amountFined",
                    "goods",
                    "publishedOn")),
    ASSISTANCE_LETTER("协助函", "", Set.of("matter", "text", "platform", "from"), Set.of("due")),
    CLOSING_REPORT(
            "监测指令办结报告",
            "BJ",
            Set.of("instructionNo", "scope", "periodFrom", "periodTo", "closedOn"),
            Set.of("closingReasons"));

    private static final Set<String> OF_EVERY_PAPER = Set.of("paperNo", "edition", "issuedOn");

    private final String zh;
    private final String series;
    private final Set<String> required;
    private final Set<String> optional;

    PaperKind(String zh, String series, Set<String> required, Set<String> optional) {
        this.zh = zh;
        this.series = series;
        this.required = required;
        this.optional = optional;
    }

    String zh() {
        return zh;
    }

    /** Letters before the running number; empty where the number is the instruction's own. */
    String series() {
        return series;
    }

    /** In the order in which they are printed: what needs no font comes first. */
    List<PaperFormat> formats() {
        return this == CLOSING_REPORT
                ? List.of(PaperFormat.XLSX, PaperFormat.PDF)
                : List.of(PaperFormat.DOCX, PaperFormat.PDF);
    }

    boolean always(String fact) {
        return OF_EVERY_PAPER.contains(fact) || required.contains(fact);
    }

    boolean knows(String fact) {
        return always(fact) || optional.contains(fact);
    }

    Set<String> required() {
        return required;
    }
}
