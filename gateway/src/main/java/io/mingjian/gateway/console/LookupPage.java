package io.mingjian.gateway.console;

import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.FormAnswer.Choice;
import io.mingjian.gateway.console.FormAnswer.Field;
import io.mingjian.gateway.console.FormAnswer.Kind;
import io.mingjian.gateway.console.LookupAnswer.Agreement;
import io.mingjian.gateway.console.LookupAnswer.Agreements;
import io.mingjian.gateway.console.LookupAnswer.Line;
import io.mingjian.gateway.console.LookupAnswer.Log;
import io.mingjian.gateway.console.LookupAnswer.Result;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 名录查询: the question, what it was answered, and what was asked before.
 *
 * @param form absent where nothing may be asked
 * @param problem what is wrong with the question as a whole; empty if nothing is
 * @param result what was just answered
 * @param lines the log, the latest first
 * @param everybody whether it is that of all organisations
 * @param next link to the next page of it; empty on the last
 */
record LookupPage(
        @Nullable ActForm form,
        String problem,
        @Nullable Result result,
        List<Line> lines,
        boolean everybody,
        String next) {
    static final String PATH = "/lookups";
    private static final List<String> ID_TYPES =
            List.of(
                    "RESIDENT_ID",
                    "PASSPORT",
                    "HK_MACAO_PERMIT",
                    "TAIWAN_PERMIT",
                    "FOREIGNER_PR_CARD");

    static LookupPage of(
            Officer officer,
            Agreements agreements,
            Log log,
            @Nullable Result result,
            @Nullable Tried tried) {
        String cursor = log.nextCursor();
        return new LookupPage(
                officer.isDepartment() ? form(agreements, tried) : null,
                tried == null ? "" : tried.problem().text(),
                result,
                log.items() == null ? List.of() : log.items(),
                !officer.isDepartment(),
                cursor == null
                        ? ""
                        : PATH + "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    }

    /** Whether the officer may ask but nothing is agreed with the organisation. */
    public boolean lacksAgreement() {
        return form == null && !everybody;
    }

    private static @Nullable ActForm form(Agreements agreements, @Nullable Tried tried) {
        List<Agreement> inForce =
                agreements.items() == null
                        ? List.of()
                        : agreements.items().stream().filter(Agreement::inForce).toList();
        return inForce.isEmpty()
                ? null
                : ActForm.undrafted(tried == null ? asked(inForce) : tried.asked(), PATH, tried);
    }

    private static FormAnswer asked(List<Agreement> inForce) {
        List<Choice> purposes =
                inForce.stream()
                        .flatMap(
                                each ->
                                        each.purposes() == null
                                                ? Stream.empty()
                                                : each.purposes().stream())
                        .distinct()
                        .map(each -> new Choice(each.code(), each.name(), List.of()))
                        .toList();
        List<Choice> documents =
                ID_TYPES.stream()
                        .map(code -> new Choice(code, Wording.of("idType", code), List.of()))
                        .toList();
        return new FormAnswer(
                "LOOKUP",
                Wording.text("lookup.ask"),
                null,
                "lookup",
                Wording.text("lookup.hint"),
                List.of(
                        field("idType", Kind.ONE_OF, false, documents),
                        field("idNumber", Kind.TEXT, false, List.of()),
                        field("name", Kind.TEXT, false, List.of()),
                        field("entryNo", Kind.TEXT, false, List.of()),
                        field("purposeCode", Kind.ONE_OF, true, purposes),
                        field("purpose", Kind.LONG_TEXT, true, List.of()),
                        field("legalBasis", Kind.TEXT, true, List.of()),
                        field("caseNo", Kind.TEXT, true, List.of())));
    }

    private static Field field(String name, Kind kind, boolean required, List<Choice> choices) {
        return new Field(
                name,
                Wording.text("lookup." + name),
                kind,
                required,
                null,
                null,
                choices,
                List.of());
    }
}
