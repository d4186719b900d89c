package io.mingjian.acceptance.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actor;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityHead;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.Finding;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.actor.Officer;
import io.mingjian.acceptance.actor.Platform;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.picture.Pictures;
import io.mingjian.acceptance.tour.Seen.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The part of the story that takes one monitoring instruction from its issue to its report: two
 * agencies, three districts, a platform that is asked for help.
 */
final class LoopWalk {
    private final Actors actors;
    private final Narrator tells;
    private final String run;
    private final LocalDate today;

    /** When the pages were captured: not before the instruction that wants them. */
    private OffsetDateTime capturedAt;

    private final CityReviewer city;
    private final CityHead head;
    private final DistrictHandler huangpu;

    LoopWalk(Actors actors, Narrator tells, String run, OffsetDateTime now) {
        this.actors = actors;
        this.tells = tells;
        this.run = run;
        this.today = now.toLocalDate();
        this.capturedAt = now;
        this.city = actors.cityReviewer();
        this.head = actors.cityHead();
        this.huangpu = actors.huangpu();
    }

    /** What an agency finds and where it belongs. */
    private record Work(
            MonitoringAgency agency,
            String shop,
            String summary,
            DistrictHandler district,
            String districtCode,
            Map<String, ?> decision,
            String feedback) {}

    Loop oneInstructionFromIssueToReport(Picture page) {
        tells.step(
                "监测闭环：市局向两家监测机构下达指令，线索分派三个区局处置反馈，全部办结后指令自动办结并生成报告",
                "The monitoring loop: one instruction to two agencies, leads to three districts, closed by itself with a report");
        MonitoringAgency jingwei = actors.jingwei();
        MonitoringAgency other = actors.otherAgency();
        Answer instruction =
                city.issuesInstruction(
                        today, today.plusDays(14), "monitor-jingwei", "monitor-other");
        String id = instruction.textAt("/id");
        capturedAt =
                OffsetDateTime.parse(instruction.textAt("/issuedAt"))
                        .truncatedTo(ChronoUnit.SECONDS);
        tells.does(city, "下达监测指令 " + instruction.textAt("/instructionNo"), "issues an instruction");
        for (MonitoringAgency agency : List.of(jingwei, other)) {
            agency.acknowledges(id);
            tells.does(agency, "签收", "acknowledges");
        }
        Map<String, String> states = new LinkedHashMap<>();
        Answer evidence = jingwei.uploads(page);
        String first = submitted(id, ofHuangpu(jingwei), "1", evidence, states);
        aDistrictIsChosen(first, ofHuangpu(jingwei), states);
        moves(huangpu, huangpu.receives(first), "签收线索", "receives it", states);
        Answer evidenceByDistrict = huangpu.awaitsAnalysis(evidence.textAt("/id"), any -> true);
        tells.shows(
                "承办人可见该线索的证据：" + evidenceByDistrict.textAt("/bandName"),
                "the district may now see its evidence");
        Answer letter = aPlatformIsAskedForHelp(first, states);
        disposed(first, ofHuangpu(jingwei), states);

        List<Answer> others = new ArrayList<>();
        others.add(handled(id, ofXuhui(jingwei), "2"));
        String third = led(id, ofPudong(other), "3");
        jingwei.completes(id, "本机构线索已全部报送。");
        other.completes(id, "本机构线索已全部报送。");
        tells.shows("两家监测机构登记报送完毕", "both agencies say that nothing more will come");
        head.closes(third);
        others.add(city.looksForLead(third).require(200));
        Answer closed = city.awaitsClosing(id);
        tells.shows("全部线索办结，指令自动办结", "all leads are closed, and the instruction closes by itself");
        Answer report = city.awaitsPaper("instructions/" + id + "/report?format=pdf");
        Answer sheets = city.awaitsPaper("instructions/" + id + "/report?format=xlsx");
        tells.does(city, "取得办结报告（PDF、XLSX）", "takes the closing report");
        linesOf(report).forEach(tells::quotes);
        return whoSeesWhat(
                new Loop(
                        instruction,
                        evidence,
                        states,
                        city.looksForLead(first).require(200),
                        jingwei.sees(first),
                        huangpu.looksForLead(first).require(200),
                        other.looksForLead(first),
                        evidenceByDistrict,
                        others,
                        letter,
                        closed,
                        report,
                        sheets));
    }

    private Work ofHuangpu(MonitoringAgency agency) {
        return new Work(
                agency,
                "破损图教学小店",
                "店铺出售用生成图伪造商品破损、申请“仅退款”的教程",
                huangpu,
                "310101",
                Map.of(
                        "code",
                        "CASE_FILED",
                        "reasons",
                        "现场核查属实，店铺出售伪造破损照片教程，依法立案。",
                        "caseNo",
                        "黄市监案〔2026〕" + run + "号",
                        "furtherMeasures",
                        List.of(
                                Map.of(
                                        "code",
                                        "PLATFORM_MEASURE_REQUESTED",
                                        "documentNo",
                                        "黄市监函〔2026〕" + run + "号"))),
                "已立案调查，店铺已下架相关商品。");
    }

    private Work ofXuhui(MonitoringAgency agency) {
        return new Work(
                agency,
                "小李陶瓷旗舰店",
                "商品主图由人工智能生成，页面未作任何标识，与实物不符",
                actors.xuhui(),
                "310104",
                Map.of("code", "NO_CASE_MINOR_CORRECTED", "reasons", "当事人当场更换图片并补充标识，情节轻微。"),
                "已改正，不予立案。");
    }

    private Work ofPudong(MonitoringAgency agency) {
        return new Work(
                agency,
                "去标识工具坊",
                "直播间推销去除图片标识的软件，并演示用于售后退款",
                actors.pudong(),
                "310115",
                Map.of(
                        "code", "ORDERED_CORRECTION",
                        "reasons", "直播回放核实，责令停止发布并删除内容。",
                        "documentNo", "浦市监责改〔2026〕" + run + "号"),
                "直播间已停播，内容已删除。");
    }

    /** A lead from its submission to its closing. */
    private Answer handled(String instruction, Work work, String number) {
        String lead = led(instruction, work, number);
        head.closes(lead);
        return city.looksForLead(lead).require(200);
    }

    /** The same up to what the district feeds back. */
    private String led(String instruction, Work work, String number) {
        Map<String, String> states = new LinkedHashMap<>();
        Answer evidence = work.agency().uploads(Pictures.screenshot((run + number).hashCode()));
        String lead = submitted(instruction, work, number, evidence, states);
        aDistrictIsChosen(lead, work, states);
        moves(work.district(), work.district().receives(lead), "签收线索", "receives it", states);
        moves(work.district(), work.district().verifies(lead), "开始核查", "verifies", states);
        moves(
                work.district(),
                work.district().disposes(lead, work.decision()),
                "处置：" + work.decision().get("code"),
                "decides",
                states);
        moves(
                work.district(),
                work.district().feedsBack(lead, work.feedback()),
                "反馈",
                "feeds back",
                states);
        return lead;
    }

    private String submitted(
            String instruction,
            Work work,
            String number,
            Answer evidence,
            Map<String, String> states) {
        Finding finding = new Finding("TOUR-" + run + "-" + number, evidence, capturedAt);
        finding.json()
                .put("shopName", work.shop())
                .put("contentSummary", work.summary())
                .put("districtCode", work.districtCode());
        Answer submitted = work.agency().submits(instruction, finding);
        moves(work.agency(), submitted, "报送线索", "submits", states);
        return submitted.textAt("/lead/id");
    }

    private void aDistrictIsChosen(String lead, Work work, Map<String, String> states) {
        moves(city, city.qualifies(lead), "质量审核合格", "finds the quality good", states);
        Answer proposal = city.asksWhereTo(lead);
        tells.shows(
                "分派建议：" + proposal.textAt("/districtZh") + "（" + proposal.textAt("/ruleZh") + "）",
                "the district that the place rules propose");
        moves(
                city,
                city.assigns(lead, work.districtCode(), "被监测主体实际经营地在该区"),
                "按实际经营地分派",
                "assigns it by place",
                states);
    }

    private Answer aPlatformIsAskedForHelp(String lead, Map<String, String> states) {
        moves(huangpu, huangpu.verifies(lead), "开始核查", "begins to verify", states);
        Officer signer = actors.huangpuHead();
        Platform platform = actors.yougou();
        String letter =
                huangpu.draftsLetter(
                                lead,
                                "platform-yougou",
                                "请协助提供店铺经营者信息",
                                "请提供该店铺经营者的身份信息和近三个月的交易记录。")
                        .textAt("/id");
        Answer issued = signer.issuesLetter(letter);
        tells.does(signer, "签发协助函 " + issued.textAt("/letterNo"), "signs a letter to the platform");
        tells.due(issued.at("/clocks/0"));
        holds(
                platform.seesLetter(letter).at("/leadId").isMissingNode(),
                "平台不应看到线索",
                "the platform must not see the lead");
        platform.answersLetter(letter, "已核对，经营者信息和交易记录另附。");
        tells.does(platform, "答复协助函", "answers it");
        return huangpu.door().get("/api/monitoring/v1/letters/" + letter).require(200);
    }

    private void disposed(String lead, Work work, Map<String, String> states) {
        moves(huangpu, huangpu.disposes(lead, work.decision()), "处置：立案", "files a case", states);
        moves(huangpu, huangpu.feedsBack(lead, work.feedback()), "反馈", "feeds back", states);
        moves(head, head.closes(lead), "核查反馈并办结", "checks and closes", states);
    }

    private Loop whoSeesWhat(Loop loop) {
        holds(
                loop.byOtherAgency().status() == 404,
                "另一家监测机构不应看到该线索",
                "the other agency must not see the lead");
        tells.does(actors.otherAgency(), "看不到该线索", "sees nothing of it (404)");
        tells.does(
                actors.jingwei(),
                "只见自己的环节：" + loop.byAgency().each("/history", "step"),
                "sees its own side only");
        tells.does(city, "可见全部环节：" + loop.byCity().each("/history", "step"), "sees all");
        holds(loop.byCity().textAt("/lead/state").equals("CLOSED"), "线索应已办结", "the lead is closed");
        return loop;
    }

    private void moves(Actor who, Answer lead, String zh, String en, Map<String, String> states) {
        states.put(en, lead.textAt("/lead/state"));
        tells.does(who, zh + " → " + lead.textAt("/lead/stateZh"), en);
        JsonNode clock = lead.at("/lead/clocks/0");
        if (!clock.isMissingNode()) {
            tells.due(clock);
        }
    }

    /** The whole report as it is read from its PDF. */
    private static List<String> linesOf(Answer report) {
        try (PDDocument pdf = Loader.loadPDF(report.bytes())) {
            return new PDFTextStripper()
                    .getText(pdf)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void holds(boolean fact, String zh, String en) {
        if (!fact) {
            throw new StepFailed(zh, en);
        }
    }
}
