package io.mingjian.gateway.console;

import io.mingjian.gateway.console.Reply.Refused;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What an officer reads instead of a page that cannot be shown. */
record ProblemPage(int status, String title, String detail, String advice, String traceId) {

    /** For a reply without content. */
    static ProblemPage of(Reply<?> reply) {
        if (reply instanceof Refused<?> refused) {
            String trace = refused.problem().traceId();
            return of(refused.status(), refused.problem(), trace == null ? "" : trace);
        }
        return new ProblemPage(
                503, Wording.text("problem.away"), Wording.text("problem.away.detail"), "", "");
    }

    private static ProblemPage of(int status, ServiceProblem problem, String trace) {
        return switch (status) {
            case 404 ->
                    new ProblemPage(
                            404,
                            Wording.text("problem.404"),
                            Wording.text("problem.404.detail"),
                            Wording.text("problem.404.advice"),
                            "");
            case 401 ->
                    new ProblemPage(
                            401,
                            Wording.text("problem.401"),
                            Wording.text("problem.401.detail"),
                            "",
                            "");
            case 403 ->
                    new ProblemPage(
                            403,
                            Wording.text("problem.403"),
                            problem.text(),
                            Wording.text("problem.403.advice"),
                            "");
            default ->
                    new ProblemPage(
                            status, Wording.text("problem.other"), problem.text(), "", trace);
        };
    }

    Response answer(Officer officer) {
        TemplateInstance page = Pages.problem(officer, this);
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
