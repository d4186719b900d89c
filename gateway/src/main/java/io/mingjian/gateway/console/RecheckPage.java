package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.FormAnswer.Choice;
import io.mingjian.gateway.console.FormAnswer.Field;
import io.mingjian.gateway.console.FormAnswer.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 重新检视: filings that were handled under a listing that was taken back. */
record RecheckPage(List<Line> lines, String fault) {
    static final String PATH = "/rechecks";

    /** What the officer says of one; the registry checks it. */
    static final FormAnswer RESULT =
            new FormAnswer(
                    "RESULT",
                    "登记重新检视结果",
                    "–",
                    "result",
                    "逐件核对列入期间作出的处理是否受到列入影响；受到影响的，先依法纠正。",
                    List.of(
                            new Field(
                                    "result",
                                    "检视结果",
                                    Kind.ONE_OF,
                                    true,
                                    null,
                                    null,
                                    List.of(
                                            new Choice("UNAFFECTED", "处理未受列入影响", List.of()),
                                            new Choice("CORRECTED", "已依法纠正", List.of())),
                                    List.of()),
                            new Field(
                                    "reasons",
                                    "理由",
                                    Kind.LONG_TEXT,
                                    true,
                                    null,
                                    null,
                                    List.of(),
                                    List.of())));

    /**
     * One of them.
     *
     * @param acts the form, if it is the officer's to fill in
     */
    record Line(
            String href,
            String registrationNo,
            String kind,
            String cause,
            String days,
            String holder,
            String result,
            List<ActForm> acts) {
        static Line of(RecheckAnswer recheck, @Nullable Tried tried) {
            boolean report = FilingKind.REPORT.name().equals(recheck.kind());
            return new Line(
                    (report ? "/reports/" : "/complaints/") + recheck.filingId(),
                    recheck.registrationNo(),
                    Wording.of("kind", recheck.kind()),
                    text(recheck.causeName()),
                    recheck.firstActOn()
                            + " 至 "
                            + recheck.lastActOn()
                            + "，"
                            + recheck.acts()
                            + " 步",
                    Wording.of("organisation", recheck.holder()),
                    text(recheck.resultName()),
                    recheck.mine()
                            ? List.of(
                                    ActForm.beside(
                                            RESULT,
                                            id(recheck.id()),
                                            PATH + "/" + recheck.id(),
                                            "\"" + recheck.version() + "\"",
                                            tried))
                            : List.of());
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** Id of the form of one of them. */
    static String id(Object recheck) {
        return "result-" + recheck;
    }

    static RecheckPage of(RecheckAnswer.Listed answer, @Nullable Tried tried) {
        List<RecheckAnswer> items = answer.items() == null ? List.of() : answer.items();
        return new RecheckPage(
                items.stream().map(each -> Line.of(each, tried)).toList(),
                tried == null ? "" : tried.problem().text());
    }
}
