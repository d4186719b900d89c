package io.mingjian.acceptance.tour;

import static io.mingjian.acceptance.actor.Kind.COMPLAINT;
import static io.mingjian.acceptance.actor.Kind.REPORT;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actor;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityHead;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Officer;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.actor.Platform;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.tour.Seen.Case;
import io.mingjian.acceptance.tour.Seen.Ends;
import io.mingjian.acceptance.tour.Seen.Listed;
import io.mingjian.acceptance.tour.Seen.Loop;
import io.mingjian.acceptance.tour.Seen.Mediated;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The story, one method a step. Each step says what has to hold and stops the tour where it does
 * not. Names and numbers are new in every run, so it can be told on the same stack again and again.
 */
public final class Walk {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<String> DECLARATIONS =
            Set.of(
                    "GB_LABEL_CONFIRMED",
                    "GENERATOR_PARAMETERS",
                    "PROMPT_NAMES_DAMAGE",
                    "SOURCE_TYPE_GENERATED");

    /** What follows from having been handed in before, and from nothing in the picture. */
    private static final Set<String> HANDED_IN_BEFORE =
            Set.of("REUSED_IN_OTHER_MATTER", "PICTURE_IN_SEVERAL_MATTERS");

    private static final int WATCH = 2;
    private static final int REVIEW = 3;
    private static final int USUAL_WATCH = 10;
    private static final int USUAL_REVIEW = 30;

    private final Actors actors;
    private final TourPictures pictures;
    private final Narrator tells;
    private final String run;
    private final long number;
    private final Clock clock;
    private final LocalDate today;
    private final OffsetDateTime now;
    private final DistrictHandler handler;

    /**
     * @param number differs from run to run
     */
    Walk(Actors actors, TourPictures pictures, Narrator tells, long number, Clock clock) {
        this.actors = actors;
        this.pictures = pictures;
        this.tells = tells;
        this.number = number;
        this.run = Long.toString(number, 36);
        this.clock = clock;
        this.now =
                clock.instant().atZone(SHANGHAI).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        this.today = now.toLocalDate();
        this.handler = actors.huangpu();
    }

    /**
     * @throws StepFailed where a step does not hold
     */
    Seen all() {
        tells.title("明鉴演示，本次编号 " + run, "A tour of Mingjian, run " + run);
        Answer selfActivation = thresholdsAreLoweredByTwoPeople();
        Case genuine = aComplaintComesWithAPhotograph();
        Case labelled = anotherComesWithALabelledPicture();
        List<String> earlier = new ArrayList<>();
        Case copied = aThirdAccountSendsACopy(labelled, earlier);
        Answer labelledAfterReuse = theFirstPictureIsNowKnownToBeReused(labelled);
        List<Answer> changedCopies = changedCopiesAreFoundAndExplained(labelled, copied);
        genuine = genuine.with(oneIsAccepted(genuine));
        copied = copied.with(oneIsRefused(copied));
        Answer candidate = theCriterionProposesACandidate(copied);
        Answer dismissed = theCandidateIsDismissed(candidate);
        thresholdsGoBack();
        ProcedureWalk procedures = new ProcedureWalk(actors, tells, run, now);
        Mediated letter = procedures.aLetterEndsInAMediationDocument(person("孙某", 9));
        Ends mixed = procedures.aMixedFilingComesToItsTwoEnds(copied);
        Listed listed =
                new ListingWalk(actors, tells, run, today)
                        .onePersonIsListedAndTheListingIsRevoked(person("郑某", 21));
        Loop loop =
                new LoopWalk(actors, tells, run, now)
                        .oneInstructionFromIssueToReport(pictures.page());
        Map<String, Answer> otherDistrict =
                theOtherDistrictSeesNothing(genuine, copied, candidate, loop);
        custodyIsComplete(copied);
        Map<String, Answer> chains = theAuditChainsVerify();
        tells.end("演示完成：各步骤均已核对。", "The tour is complete: every step held.");
        return new Seen(
                genuine,
                labelled,
                copied,
                earlier,
                labelledAfterReuse,
                changedCopies,
                letter,
                mixed,
                selfActivation,
                candidate,
                dismissed,
                listed,
                loop,
                otherDistrict,
                chains);
    }

    private Answer thresholdsAreLoweredByTwoPeople() {
        tells.step(
                "市局为演示调低 FREQ_12M 的阈值，须两人办理",
                "For the demonstration the city lowers the thresholds of FREQ_12M; that takes two people");
        CityReviewer proposer = actors.cityReviewer();
        CityHead second = actors.cityHead();
        Answer proposed =
                proposer.proposesThresholds(WATCH, REVIEW, "演示用阈值，演示结束即恢复（" + run + "）", today);
        tells.does(
                proposer,
                "提出第%s版：关注线%d次，复核线%d次".formatted(proposed.at("/version"), WATCH, REVIEW),
                "proposes a version");
        Answer alone = proposer.tryActivate(proposed);
        holds(alone.status() == 403, "提出人不得自行启用", "the proposer must not activate it");
        tells.does(proposer, "自行启用被拒绝", "may not activate it alone (HTTP " + alone.status() + ")");
        second.activates(proposed);
        tells.does(second, "启用该版本", "activates it");
        return alone;
    }

    /** From the day on that it is now, which a tour over midnight did not begin on. */
    private void thresholdsGoBack() {
        tells.step("市局恢复 FREQ_12M 的默认阈值", "The city restores the usual thresholds");
        Answer usual =
                actors.cityReviewer()
                        .proposesThresholds(
                                USUAL_WATCH,
                                USUAL_REVIEW,
                                "演示结束，恢复默认阈值（" + run + "）",
                                LocalDate.ofInstant(clock.instant(), SHANGHAI));
        actors.cityHead().activates(usual);
        tells.shows(
                "第%s版已启用".formatted(usual.at("/version")),
                "version " + usual.at("/version") + " is in force");
    }

    private Case aComplaintComesWithAPhotograph() {
        switch (pictures.source()) {
            case DRAWN ->
                    tells.step(
                            "消费者通过热线投诉，附一张照片（此处以绘制的示意图代替）",
                            "A consumer complains by hotline, with a photograph, for which a drawing stands in");
            case SAMPLES ->
                    tells.step(
                            "消费者通过热线投诉，附一张破损物品的实拍照片",
                            "A consumer complains by hotline, with a real photograph of a damaged object");
            case OWN ->
                    tells.step(
                            "消费者通过热线投诉，附一张自备的图片",
                            "A consumer complains by hotline, with a picture of your folder");
        }
        IntakeOfficer intake = actors.huangpuIntake();
        Answer evidence = handsIn(intake, pictures.genuine());
        Answer registered =
                intake.registers(
                        Filing.aComplaint(person("王某", 1), "TOUR-" + run + "-1")
                                .by("HOTLINE")
                                .about("收到的马克杯杯身有裂纹，要求退款")
                                .naming(evidence.textAt("/id")));
        Case seen = officerLooks(evidence, registered);
        holds(
                !codes(seen.analysis()).stream().anyMatch(code -> code.startsWith("GB_LABEL")),
                "实拍照片不应检出隐式标识",
                "a photograph carries no label");
        if (pictures.source() == TourPictures.Source.OWN) {
            tells.shows("自备的图片，不预设结论", "a picture of your own; nothing is expected of it");
        } else {
            showsNoSign(seen.analysis());
        }
        return seen;
    }

    /** A sample may have been handed in by an earlier tour on this stack, and shows that then. */
    private void showsNoSign(Answer analysis) {
        List<String> weighing = weighing(analysis);
        boolean before =
                pictures.source() == TourPictures.Source.SAMPLES
                        && weighing.contains("REUSED_IN_OTHER_MATTER");
        if (before) {
            tells.shows("该照片已在先前的演示中使用过，其余各项均无迹象", "an earlier tour handed in the same file");
            weighing.removeAll(HANDED_IN_BEFORE);
        }
        String band = analysis.textAt("/band");
        holds(
                weighing.isEmpty() && (before || band.equals("NO_SIGN")),
                "该照片应为“未见迹象”，实际为" + band + weighing,
                "the photograph shows no sign, not " + band + weighing);
    }

    private static List<String> weighing(Answer analysis) {
        List<String> codes = new ArrayList<>();
        for (JsonNode signal : analysis.at("/signals")) {
            if (signal.path("weight").asDouble() > 1) {
                codes.add(signal.path("code").asText());
            }
        }
        return codes;
    }

    private Case anotherComesWithALabelledPicture() {
        tells.step(
                "另一投诉由平台转来，图片文件自身载明由人工智能生成（隐式标识或生成参数）",
                "Another comes through a platform; its picture declares in its metadata that it was generated");
        Platform platform = actors.yougou();
        Answer evidence = handsIn(platform, pictures.labelled());
        Answer registered =
                platform.registers(
                        Filing.aComplaint(person("李某", 2), "TOUR-" + run + "-2")
                                .by("PLATFORM_API")
                                .with("respondent/platform", "yougou")
                                .about("收到的马克杯杯身有裂纹，要求仅退款")
                                .naming(evidence.textAt("/id")));
        Case seen = officerLooks(evidence, registered);
        holds(
                codes(seen.analysis()).stream().anyMatch(DECLARATIONS::contains),
                "应读出文件自身的声明",
                "what the file declares about itself is read");
        holds(
                seen.analysis().textAt("/band").equals("DECLARED_OR_REUSED"),
                "应提示“已有声明或重复使用”",
                "the indication is DECLARED_OR_REUSED");
        tells.shows(
                "该提示不改变投诉状态，由承办人向当事人核实", "the filing's state does not change; a person asks on");
        holds(
                handler.sees(COMPLAINT, seen.filingId()).textAt("/state").equals("ROUTED"),
                "提示不得改变投诉状态",
                "an indication never moves a filing");
        return seen;
    }

    private Case aThirdAccountSendsACopy(Case original, List<String> earlier) {
        tells.step(
                "第三个账号先后提交三次，最后一次为混合提出，附同一图片的转存裁剪件（标识已丢失）",
                "A third account files three times, at last complaint and report in one, with the same picture re-saved and"
                        + " cropped: the label is gone");
        IntakeOfficer intake = actors.cityIntake();
        Person third = person("赵某", 3);
        for (int i = 1; i < REVIEW; i++) {
            Answer before =
                    intake.registers(
                            Filing.aComplaint(
                                            third.calledAt(number * 10 + 3 + i),
                                            "TOUR-" + run + "-3-" + i)
                                    .about("第" + i + "次反映：马克杯有裂纹"));
            earlier.add(before.textAt("/filings/0/id"));
            tells.does(intake, "登记 " + before.textAt("/filings/0/registrationNo"), "registers");
        }
        Answer evidence = handsIn(intake, pictures.copy());
        Answer registered =
                intake.registers(
                        Filing.aMixedFiling(third, "TOUR-" + run + "-3-" + REVIEW)
                                .about("第" + REVIEW + "次反映：马克杯有裂纹，要求仅退款")
                                .naming(evidence.textAt("/id")));
        holds(registered.at("/filings").size() == 2, "混合提出应分为两件", "a mixed filing becomes two");
        for (JsonNode filing : registered.at("/filings")) {
            tells.shows(
                    "分为 "
                            + filing.path("registrationNo").asText()
                            + "，"
                            + filing.path("districtName").asText()
                            + "办理",
                    filing.path("kind").asText().toLowerCase(java.util.Locale.ROOT));
        }
        Case seen = officerLooks(evidence, registered);
        holds(
                seen.analysis().textAt("/labelVerdict").equals("NONE_FOUND"),
                "转存件的标识应已丢失",
                "the copy has lost its label");
        Answer reuse =
                handler.awaitsAnalysis(
                        seen.evidenceId(),
                        analysis ->
                                visibleMatches(analysis).contains(original.evidenceId())
                                        && codes(analysis).contains("REUSED_IN_OTHER_MATTER"));
        holds(codes(reuse).contains("REUSED_IN_OTHER_MATTER"), "应提示重复使用", "the reuse is shown");
        tells.shows(
                "与另一投诉的证据显示同一画面：%s".formatted(reuse.textAt("/reuse/visible/0/kindName")),
                "the same picture as in the other complaint: "
                        + reuse.textAt("/reuse/visible/0/kind"));
        String report = registered.textAt("/filings/1/id");
        handler.beginsVerification(report);
        tells.does(handler, "举报部分照常核查（第三十五条）", "verifies the report part as any other");
        holds(
                handler.sees(REPORT, report).textAt("/state").equals("VERIFYING"),
                "举报应在核查中",
                "the report is being verified");
        return new Case(seen.evidence(), registered, seen.queued(), seen.filing(), reuse, null);
    }

    private Answer theFirstPictureIsNowKnownToBeReused(Case original) {
        tells.step("先前图片的提示随之更新", "The earlier picture's indication follows");
        Answer revised =
                handler.awaitsAnalysis(
                        original.evidenceId(),
                        analysis -> codes(analysis).contains("REUSED_IN_OTHER_MATTER"));
        tells.shows(
                "第%s次结论：同一画面共%s份".formatted(revised.at("/revision"), revised.at("/reuse/total")),
                "revision " + revised.at("/revision"));
        return revised;
    }

    /** A photograph of a screen may miss one file of the picture and find another. */
    private List<Answer> changedCopiesAreFoundAndExplained(Case original, Case copied) {
        if (pictures.source() == TourPictures.Source.DRAWN) {
            tells.step(
                    "同一图片经转存、镜像、模拟翻拍屏幕后再次出现，逐一查到并说明依据",
                    "The same picture comes re-saved, mirrored and as a model of a photographed screen; each is found and"
                            + " explained");
        } else {
            tells.step(
                    "同一图片经转存、镜像后再次出现，逐一查到并说明依据",
                    "The same picture comes re-saved and mirrored; each is found and explained");
        }
        IntakeOfficer intake = actors.cityIntake();
        List<Answer> found = new ArrayList<>();
        List<String> known = new ArrayList<>(List.of(original.evidenceId(), copied.evidenceId()));
        for (Picture changed : pictures.changed()) {
            Answer evidence = handsIn(intake, changed);
            Answer analysis =
                    intake.awaitsAnalysis(
                            evidence.textAt("/id"),
                            seen ->
                                    visibleMatches(seen).stream().anyMatch(known::contains)
                                            && codes(seen).contains("REUSED_IN_OTHER_MATTER"));
            known.add(evidence.textAt("/id"));
            explained(analysis);
            found.add(analysis);
        }
        pictures.pair().ifPresent(pair -> found.add(aPhotographOfAScreenIsFound(pair)));
        return found;
    }

    /** Both are photographs: neither was drawn. */
    private Answer aPhotographOfAScreenIsFound(SamplePictures.Pair pair) {
        tells.step(
                "另一张实拍照片，之后有人用手机翻拍显示该照片的屏幕再提交（两张均为实拍）",
                "Another photograph, and then a photograph of a screen that shows it; both are real");
        IntakeOfficer intake = actors.cityIntake();
        Answer original = handsIn(intake, pair.original());
        intake.awaitsAnalysis(original.textAt("/id"), any -> true);
        Answer registered =
                intake.registers(
                        Filing.aComplaint(person("周某", 31), "TOUR-" + run + "-31")
                                .about("收到的商品与页面不符，要求退款")
                                .naming(original.textAt("/id")));
        tells.does(
                intake,
                "登记 " + registered.textAt("/filings/0/registrationNo") + "，附该照片",
                "registers a complaint with it");
        Answer screen = handsIn(intake, pair.screen());
        Answer analysis =
                intake.awaitsAnalysis(
                        screen.textAt("/id"),
                        seen ->
                                visibleMatches(seen).contains(original.textAt("/id"))
                                        && codes(seen).contains("REUSED_IN_OTHER_MATTER"));
        explained(analysis);
        return analysis;
    }

    private void explained(Answer analysis) {
        int line = codes(analysis).indexOf("REUSED_IN_OTHER_MATTER");
        holds(line >= 0, "应提示重复使用", "the reuse is shown");
        tells.shows(
                analysis.textAt("/signals/" + line + "/supports"),
                analysis.textAt("/reuse/visible/0/kind"));
        tells.shows(
                analysis.textAt("/signals/" + line + "/doesNotProve"), "what it does not prove");
    }

    private Answer oneIsAccepted(Case filing) {
        tells.step("承办人受理第一件", "The officer accepts the first complaint");
        Answer accepted = handler.accepts(filing.filingId(), "属于本局管辖，材料齐全，争议事实清楚，予以受理。");
        holds(accepted.textAt("/state").equals("ACCEPTED"), "应为已受理", "the complaint is accepted");
        tells.does(handler, accepted.textAt("/stateName"), "accepted");
        tells.due(accepted.at("/due"));
        return accepted;
    }

    private Answer oneIsRefused(Case filing) {
        tells.step(
                "承办人经人工核对，对第三人的投诉不予受理并说明理由",
                "The officer refuses the third one, by own findings and with reasons");
        Answer refused =
                handler.refuses(
                        filing.filingId(),
                        List.of("c"),
                        "经与平台核对，订单编号不存在；两次请投诉人提供购买凭证均未提供，不能证明存在真实消费。图片提示仅作为调查线索。");
        holds(
                refused.textAt("/state").equals("NOT_ACCEPTED"),
                "应为不予受理",
                "the complaint is not accepted");
        JsonNode last = refused.at("/steps").get(refused.at("/steps").size() - 1);
        tells.does(
                handler,
                refused.textAt("/stateName") + "（第121号令第" + last.path("article").asText() + "条）",
                "not accepted");
        tells.quotes("理由：" + last.path("reasons").asText());
        tells.quotes("救济途径：" + refused.textAt("/remedies"));
        return refused;
    }

    private Answer theCriterionProposesACandidate(Case filing) {
        tells.step("判定标准提出名录候选，仅供人工复核", "The criterion proposes a candidate, for people to review");
        Officer reviewer = actors.huangpuReviewer();
        String filer = filing.filing().textAt("/filerId");
        Answer candidate =
                reviewer.awaitsCandidateOf(
                        filer,
                        found ->
                                found.textAt("/state").equals("CANDIDATE")
                                        && found.each("/grounds", "criterion")
                                                .contains("FREQ_12M"));
        tells.does(
                reviewer,
                "看到候选，当事人 " + candidate.at("/filer").toString(),
                "sees it, the filer masked");
        candidate.each("/grounds", "explanation").forEach(tells::quotes);
        tells.due(candidate.at("/due"));
        holds(
                candidate.at("/assumption").asBoolean(),
                "应标明该标准为假设",
                "it is marked as an assumption");
        return candidate;
    }

    private Answer theCandidateIsDismissed(Answer candidate) {
        tells.step("审核人不列入名录并说明理由", "The reviewer dismisses it with reasons");
        Officer reviewer = actors.huangpuReviewer();
        Answer dismissed =
                reviewer.dismisses(
                        candidate.textAt("/id"), "三次提交反映同一订单的同一争议，属于补充和重复，未见以投诉举报牟利的特征，不列入。");
        holds(
                dismissed.textAt("/state").equals("DISMISSED"),
                "应为不列入",
                "the candidate is dismissed");
        tells.does(reviewer, dismissed.textAt("/stateName"), "dismissed");
        return dismissed;
    }

    private Map<String, Answer> theOtherDistrictSeesNothing(
            Case genuine, Case copied, Answer candidate, Loop loop) {
        tells.step("另一区局什么也看不到", "The other district sees nothing of all this");
        DistrictHandler other = actors.pudong();
        Map<String, Answer> looks = new LinkedHashMap<>();
        looks.put("投诉 complaint", other.looksForFiling(COMPLAINT, genuine.filingId()));
        looks.put(
                "举报 report",
                other.looksForFiling(REPORT, copied.registered().textAt("/filings/1/id")));
        looks.put("证据 evidence", other.looksForEvidence(copied.evidenceId()));
        looks.put("鉴别 analysis", other.looksForAnalysis(copied.evidenceId()));
        looks.put("候选 candidate", other.looksForCandidate(candidate.textAt("/id")));
        looks.put("线索 lead", other.looksForLead(loop.leadId()));
        looks.put("线索证据 lead's evidence", other.looksForEvidence(loop.evidence().textAt("/id")));
        looks.forEach(
                (what, answer) -> {
                    holds(
                            answer.status() == 404,
                            other.name() + "不应看到" + what,
                            "the other district must get 404");
                    tells.does(other, what + "：未找到（HTTP " + answer.status() + "）", "not found");
                });
        return looks;
    }

    private void custodyIsComplete(Case copied) {
        tells.step("证据保管链", "The chain of custody of the copied picture");
        Answer custody = handler.custody(copied.evidenceId());
        holds(custody.at("/intact").asBoolean(), "保管链应完整", "the chain of custody is intact");
        for (JsonNode entry : custody.at("/entries")) {
            tells.quotes(
                    "%s %s %s"
                            .formatted(
                                    entry.path("at").asText(),
                                    entry.path("actName").asText(),
                                    entry.path("organisation").asText()));
        }
    }

    private Map<String, Answer> theAuditChainsVerify() {
        tells.step("审计员校验三个服务的审计链", "The auditor has all three services verify their audit chains");
        Map<String, Answer> chains = actors.auditor().verifiesChains();
        chains.forEach(
                (service, chain) -> {
                    holds(
                            chain.at("/intact").asBoolean(),
                            service + " 的审计链应完整",
                            "the audit chain is intact");
                    tells.does(
                            actors.auditor(),
                            "%s：完整，共%s条，链头 %s…"
                                    .formatted(
                                            service,
                                            chain.at("/entries"),
                                            shortened(chain.textAt("/headHash"))),
                            "intact");
                });
        return chains;
    }

    private Answer handsIn(Actor who, Picture picture) {
        Answer evidence = who.uploads(picture);
        tells.does(
                who,
                "上传%s，SHA-256 %s…，SM3 %s…"
                        .formatted(
                                picture.name(),
                                shortened(evidence.textAt("/sha256")),
                                shortened(evidence.textAt("/sm3"))),
                "hands in a picture");
        return evidence;
    }

    private Case officerLooks(Answer evidence, Answer registered) {
        JsonNode filing = registered.at("/filings/0");
        String id = filing.path("id").asText();
        tells.shows(
                "登记编号 %s，由%s办理（%s）"
                        .formatted(
                                filing.path("registrationNo").asText(),
                                filing.path("districtName").asText(),
                                filing.path("placeBasis").asText()),
                "registered and routed");
        Answer complaint = handler.awaitsIndications(COMPLAINT, id);
        tells.does(handler, "打开 " + complaint.textAt("/registrationNo"), "opens the complaint");
        tells.due(complaint.at("/due"));
        Answer analysis = handler.awaitsAnalysis(evidence.textAt("/id"), any -> true);
        tells.indication(analysis);
        JsonNode queued = handler.findsInQueue(id);
        holds(!queued.isMissingNode(), "待办列表应有该件", "the filing is in the handler's queue");
        return new Case(evidence, registered, queued, complaint, analysis, null);
    }

    private Person person(String name, int who) {
        return Person.numbered(name, number * 10 + who);
    }

    private static List<String> codes(Answer analysis) {
        return analysis.each("/signals", "code");
    }

    private static List<String> visibleMatches(Answer analysis) {
        return analysis.each("/reuse/visible", "evidenceId");
    }

    private static String shortened(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }

    private static void holds(boolean fact, String zh, String en) {
        if (!fact) {
            throw new StepFailed(zh, en);
        }
    }
}
