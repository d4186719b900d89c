package io.mingjian.acceptance.tour;

import static io.mingjian.acceptance.actor.Kind.COMPLAINT;
import static io.mingjian.acceptance.actor.Kind.REPORT;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Kind;
import io.mingjian.acceptance.actor.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The part of the story that follows the procedures to their ends: one complaint from a letter to
 * the mediation document, and the two ends of a mixed filing.
 */
final class ProcedureWalk {
    private final DistrictHandler handler;
    private final IntakeOfficer intake;
    private final Narrator tells;
    private final String run;
    private final OffsetDateTime now;
    private final LocalDate today;

    ProcedureWalk(Actors actors, Narrator tells, String run, OffsetDateTime now) {
        this.handler = actors.huangpu();
        this.intake = actors.cityIntake();
        this.tells = tells;
        this.run = run;
        this.now = now;
        this.today = now.toLocalDate();
    }

    /**
     * From a letter to the mediation document.
     *
     * @param writer who wrote the letter
     */
    Seen.Mediated aLetterEndsInAMediationDocument(Person writer) {
        tells.step(
                "一封来信：登记、分送、核验身份、受理、调解，直至调解书",
                "A letter, from registration to the mediation document");
        Answer registered =
                intake.registers(
                        Filing.aComplaint(writer, "TOUR-" + run + "-LETTER")
                                .by("LETTER")
                                .about("网店发来的大闸蟹到货时已死三只，商家不予处理"));
        String id = registered.textAt("/filings/0/id");
        tells.does(intake, "登记来信 " + registered.textAt("/filings/0/registrationNo"), "registers");
        moves(
                id,
                "identity-request",
                Map.of("materials", "居民身份证复印件", "reasons", "来信未附身份证明。"),
                "IDENTITY_REQUESTED",
                "要求提供身份证明（第十条）",
                "asks for proof of identity");
        moves(
                id,
                "identity-supply",
                Map.of("materials", "居民身份证复印件一份"),
                "ROUTED",
                "登记已提供身份证明",
                "has got it");
        moves(
                id,
                "acceptance",
                Map.of("reasons", "属于本局管辖，材料齐全，争议事实清楚，予以受理。"),
                "ACCEPTED",
                "受理（第十五条）",
                "accepts");
        Map<String, Object> consent = Map.of("on", today.toString(), "how", "PHONE");
        moves(
                id,
                "mediation",
                Map.of("complainantConsent", consent, "respondentConsent", consent),
                "MEDIATING",
                "双方同意，开始调解（第十八条）",
                "both consent");
        moves(
                id,
                "appointments",
                Map.of(
                        "at",
                        now.plusDays(2).toString(),
                        "place",
                        "黄浦区市场监督管理局调解室",
                        "mediator",
                        "周调解员"),
                "MEDIATING",
                "约定时间、地点和调解人员（第二十条）",
                "time, place and mediator");
        Answer agreed =
                moves(
                        id,
                        "agreement",
                        Map.of(
                                "terms",
                                "商家于三日内退还货款八十九元五角，投诉人不再就该争议提出其他请求。",
                                "mediator",
                                "周调解员",
                                "onSite",
                                true,
                                "performBy",
                                today.plusDays(3).toString()),
                        "AGREED",
                        "现场达成协议，制作调解书（第二十四条）",
                        "they agree; a mediation document is due");
        return mediated(registered, agreed);
    }

    private Seen.Mediated mediated(Answer registered, Answer agreed) {
        String id = agreed.textAt("/id");
        Answer documents = handler.documentsOf(COMPLAINT, id);
        for (JsonNode document : documents.at("/items")) {
            tells.shows(
                    document.path("documentNo").asText()
                            + " "
                            + document.path("kindName").asText()
                            + "，送"
                            + document.path("addresseeName").asText(),
                    document.path("kind").asText().toLowerCase(Locale.ROOT));
        }
        List<JsonNode> papers = new ArrayList<>();
        for (JsonNode document : documents.at("/items")) {
            if (document.path("kind").asText().equals("MEDIATION_DOCUMENT")) {
                papers.add(document);
            }
        }
        if (papers.size() != 2) {
            throw new StepFailed("双方应各有一份调解书", "each party has a mediation document");
        }
        String first = papers.get(0).path("id").asText();
        Answer pdf = handler.takesFile(first, "pdf");
        Answer docx = handler.takesFile(first, "docx");
        tells.does(
                handler,
                "下载调解书：PDF %d 字节，SM3 %s…；DOCX %d 字节"
                        .formatted(
                                pdf.bytes().length,
                                pdf.header("Document-SM3").substring(0, 12),
                                docx.bytes().length),
                "takes the mediation document as PDF and DOCX");
        List<Answer> served = new ArrayList<>();
        for (JsonNode paper : papers) {
            served.add(
                    handler.serves(
                            paper.path("id").asText(),
                            LocalDate.parse(paper.path("issuedOn").asText()),
                            paper.path("addresseeName").asText()));
            tells.does(handler, "送达" + paper.path("addresseeName").asText(), "serves it");
        }
        Answer closed =
                moves(id, "archiving", Map.of(), "CLOSED", "归档", "files the complaint away");
        return new Seen.Mediated(registered, agreed, documents, pdf, docx, served, closed);
    }

    /** Art 9: the complaint was refused, the report is verified and decided on its own. */
    Seen.Ends aMixedFilingComesToItsTwoEnds(Seen.Case mixed) {
        tells.step("混合提出的两部分各自办结", "The two parts of the mixed filing each come to their end");
        Answer complaint =
                moves(
                        COMPLAINT,
                        mixed.filingId(),
                        "archiving",
                        Map.of(),
                        "CLOSED",
                        "投诉部分：不予受理后归档",
                        "the complaint part is archived");
        String id = mixed.registered().textAt("/filings/1/id");
        Answer report =
                moves(
                        REPORT,
                        id,
                        "no-case",
                        Map.of(
                                "ground",
                                5,
                                "unmetCondition",
                                "EVIDENCE_OF_VIOLATION",
                                "reasons",
                                "商品详情页已更正，经核查没有证据初步证明存在违法行为，不予立案。"),
                        "NO_CASE",
                        "举报部分：核查后不予立案",
                        "the report part is verified; no case is filed");
        moves(REPORT, id, "archiving", Map.of(), "CLOSED", "举报部分：归档", "and archived");
        return new Seen.Ends(complaint, report);
    }

    private Answer moves(String id, String step, Object body, String state, String zh, String en) {
        return moves(COMPLAINT, id, step, body, state, zh, en);
    }

    private Answer moves(
            Kind kind, String id, String step, Object body, String state, String zh, String en) {
        Answer taken = handler.takes(kind, id, step, body);
        if (!taken.textAt("/state").equals(state)) {
            throw new StepFailed(
                    "应为 " + state + "，实际为 " + taken.textAt("/state"),
                    "the state should be " + state);
        }
        tells.does(handler, zh + " → " + taken.textAt("/stateName"), en);
        JsonNode due = taken.at("/due");
        if (!due.isMissingNode() && !due.isNull()) {
            tells.due(due);
        }
        return taken;
    }
}
