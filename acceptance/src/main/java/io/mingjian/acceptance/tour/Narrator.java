package io.mingjian.acceptance.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actor;
import io.mingjian.acceptance.actor.Answer;
import java.io.PrintStream;

/** Prints the story: zh-CN first, an English gloss behind it. */
final class Narrator {
    private static final String MARGIN = "     ";

    private final PrintStream out;
    private int steps;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String zh, String en) {
        out.println();
        out.println("== " + zh + " / " + en);
    }

    void step(String zh, String en) {
        out.println();
        out.printf("[%2d] %s%n", ++steps, zh);
        out.println(MARGIN + en);
    }

    void does(Actor who, String zh, String en) {
        out.println(MARGIN + who.name() + "：" + zh + " / " + en);
    }

    void shows(String zh, String en) {
        out.println(MARGIN + "  " + zh + " / " + en);
    }

    void quotes(String zh) {
        out.println(MARGIN + "  | " + zh);
    }

    /**
     * An analysis as the officer reads it: band, each signal with what it supports and what it
     * leaves open.
     */
    void indication(Answer analysis) {
        quotes(
                "提示（仅供人工参考）：%s（%s）"
                        .formatted(analysis.textAt("/bandName"), analysis.textAt("/band")));
        quotes(analysis.textAt("/summary"));
        for (JsonNode signal : analysis.at("/signals")) {
            quotes(
                    "· %s〔强度：%s〕"
                            .formatted(
                                    signal.path("code").asText(),
                                    signal.path("strengthName").asText()));
            quotes("  表述：" + signal.path("supports").asText());
            quotes("  不能证明：" + signal.path("doesNotProve").asText());
        }
        for (JsonNode question : analysis.at("/askNext")) {
            quotes("→ " + question.asText());
        }
        quotes(analysis.textAt("/notice"));
    }

    /** A clock of a filing or a lead. */
    void due(JsonNode due) {
        shows(
                "到期日 %s，剩余%s个工作日（%s，%s%s）"
                        .formatted(
                                due.path("dueOn").asText("—"),
                                due.path("remainingWorkingDays").asText("—"),
                                due.path("term").asText(),
                                due.path("basis").asText(),
                                due.path("provisional").asBoolean() ? "，暂定" : ""),
                "due " + due.path("dueOn").asText("—"));
    }

    void end(String zh, String en) {
        out.println();
        out.println(zh);
        out.println(en);
    }
}
