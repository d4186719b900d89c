package io.mingjian.acceptance.tour;

import static io.mingjian.acceptance.actor.Kind.COMPLAINT;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Officer;
import io.mingjian.acceptance.actor.Person;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of the story that takes one person onto the abnormal-filer list and off it again: told,
 * heard, listed by two people, objected, revoked; and what was handled meanwhile is looked at
 * again.
 */
final class ListingWalk {
    private static final String ENTRIES = "/api/registry/v1/abnormal-filer-entries";
    private static final String RECHECKS = "/api/registry/v1/rechecks";

    private final DistrictHandler handler;
    private final Officer reviewer;
    private final Officer head;
    private final IntakeOfficer intake;
    private final Narrator tells;
    private final String run;
    private final LocalDate today;
    private final Map<String, String> states = new LinkedHashMap<>();

    ListingWalk(Actors actors, Narrator tells, String run, LocalDate today) {
        this.handler = actors.huangpu();
        this.reviewer = actors.huangpuReviewer();
        this.head = actors.huangpuHead();
        this.intake = actors.cityIntake();
        this.tells = tells;
        this.run = run;
        this.today = today;
    }

    Seen.Listed onePersonIsListedAndTheListingIsRevoked(Person person) {
        tells.step(
                "一名当事人：提请、告知、申辩、两人决定列入，提出异议，撤销列入，重新检视",
                "One person: proposed, told, heard, listed by two people, objected, revoked");
        String first = registered(person, "1", "收到的电水壶壶盖有裂纹");
        Answer entry = listed(first);
        String second = registered(person, "2", "收到的餐盘边缘有缺口");
        Answer under = handler.sees(COMPLAINT, second);
        tells.does(
                handler,
                "看到名录提示：" + String.join("、", under.each("/flags", "zh")),
                "sees the flags");
        tells.quotes(under.textAt("/flags/0/meaning"));
        Answer accepted = handler.accepts(second, "购买凭证齐全，争议真实，依法受理；列入名录不影响受理。");
        tells.does(handler, "照常" + accepted.textAt("/stateName"), "accepts it all the same");
        Answer revoked = objected(entry.textAt("/id"));
        JsonNode waiting = rechecked(revoked.textAt("/id"), second);
        Answer again = result(waiting.path("id").asText());
        return new Seen.Listed(
                Map.copyOf(states),
                entry,
                under,
                accepted,
                revoked,
                again,
                handler.sees(COMPLAINT, second));
    }

    private String registered(Person person, String no, String about) {
        return intake.registers(
                        Filing.aComplaint(person, "TOUR-" + run + "-LIST-" + no).about(about))
                .textAt("/filings/0/id");
    }

    private Answer listed(String filing) {
        Answer proposed =
                reviewer.door()
                        .post(
                                ENTRIES,
                                Map.of(
                                        "filingId",
                                        filing,
                                        "reasons",
                                        "平台反映该账户以同一照片在多家店铺索赔，提请复核是否列入名录。"))
                        .require(201);
        tells.does(reviewer, "提请列入候选", "proposes a candidate");
        String id = proposed.textAt("/id");
        takes(reviewer, id, "review", Map.of("reasons", "材料基本齐全，开始复核。"), "开始复核", "reviews");
        takes(
                reviewer,
                id,
                "notice",
                Map.of(
                        "facts",
                        "三件投诉所附照片为同一张，订单分属不同店铺。",
                        "servedOn",
                        today.toString(),
                        "method",
                        "DIRECT",
                        "reasons",
                        "事实初步查明，先行告知。"),
                "送达事先告知书",
                "serves the notice");
        Answer early = reviewer.door().step(ENTRIES + "/" + id, "listing-proposal", listing());
        if (early.status() != 409) {
            throw new StepFailed("当事人陈述申辩前不得决定列入", "nobody is listed before he could speak");
        }
        tells.does(reviewer, "过早提出列入，未获准许：" + early.textAt("/detail"), "too early, refused");
        takes(
                reviewer,
                id,
                "defence",
                Map.of(
                        "receivedOn",
                        today.toString(),
                        "statement",
                        "照片是同一批货，书面表示不再补充，也不要求听证。",
                        "waivesFurther",
                        true),
                "登记陈述申辩",
                "records the defence");
        takes(reviewer, id, "listing-proposal", listing(), "建议列入一年", "proposes to list");
        Answer entry =
                takes(head, id, "decision", Map.of("reasons", "事实清楚，程序合法，同意列入。"), "同意列入", "agrees");
        tells.shows(
                entry.textAt("/entryNo")
                        + "，"
                        + entry.textAt("/term/from")
                        + " 至 "
                        + entry.textAt("/term/until"),
                "number and term");
        return entry;
    }

    private Map<String, Object> listing() {
        return Map.of(
                "resolution",
                "LIST",
                "until",
                today.plusYears(1).minusDays(1).toString(),
                "reasons",
                "多次以同一照片索赔，建议列入。");
    }

    private Answer objected(String id) {
        takes(
                reviewer,
                id,
                "objection",
                Map.of("receivedOn", today.toString(), "content", "三件投诉均为真实购买，附平台订单和付款记录。"),
                "登记异议",
                "records the objection");
        takes(head, id, "stay", Map.of("reasons", "异议附有新证据，审查期间暂停效力。"), "暂停列入效力", "stays it");
        takes(reviewer, id, "objection-acceptance", Map.of(), "受理异议", "accepts the objection");
        takes(
                reviewer,
                id,
                "objection-proposal",
                Map.of("resolution", "UPHOLD_OBJECTION", "reasons", "经核对订单，三件均为真实购买。"),
                "建议撤销列入",
                "proposes to revoke");
        return takes(head, id, "decision", Map.of("reasons", "列入有误，撤销列入。"), "同意撤销列入", "agrees");
    }

    private JsonNode rechecked(String entry, String filing) {
        Answer list = handler.door().get(RECHECKS + "?entryId=" + entry).require(200);
        for (JsonNode item : list.at("/items")) {
            tells.shows(
                    "重新检视 "
                            + item.path("registrationNo").asText()
                            + "："
                            + item.path("causeName").asText(),
                    "to be looked at again");
            if (item.path("filingId").asText().equals(filing)) {
                return item;
            }
        }
        throw new StepFailed("列入期间办理的投诉应重新检视", "what was handled meanwhile is looked at again");
    }

    private Answer result(String recheck) {
        Answer done =
                handler.door()
                        .step(
                                RECHECKS + "/" + recheck,
                                "result",
                                Map.of("result", "UNAFFECTED", "reasons", "受理条件逐项具备，与列入无关。"))
                        .require(200);
        tells.does(handler, done.textAt("/resultName"), "unaffected");
        return done;
    }

    private Answer takes(
            Officer who, String id, String step, Map<String, Object> body, String zh, String en) {
        Answer entry = who.door().step(ENTRIES + "/" + id, step, body).require(200);
        states.put(states.containsKey(step) ? step + "-again" : step, entry.textAt("/state"));
        tells.does(who, zh + " → " + entry.textAt("/stateName"), en);
        return entry;
    }
}
