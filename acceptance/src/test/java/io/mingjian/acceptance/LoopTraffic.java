package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.LoopPath.Act;
import io.mingjian.acceptance.actor.Actor;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityHead;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.actor.Officer;
import io.mingjian.acceptance.actor.Platform;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes findings through the monitoring loop on each of its ways. As a careful client would, it
 * repeats what got no clear answer under the same key or the same entity tag until there is one: a
 * step whose tag is stale by then was taken, and that it was taken once is looked up.
 */
final class LoopTraffic {
    private static final String MONITORING = "/api/monitoring/v1/";
    private static final String LEADS = MONITORING + "leads/";

    /** So that a kill comes at more steps at once. */
    static final int STREAMS_ON_A_WAY = 2;

    /** Findings of a batch or a file. */
    private static final int TOGETHER = 5;

    private static final int STALE = 412;
    private static final int TOO_MANY = 429;

    private final Traffic traffic;
    private final UnderWay underWay;
    private final MonitoringAgency agency;
    private final CityReviewer city;
    private final CityHead head;
    private final DistrictHandler huangpu;
    private final Officer huangpuHead;
    private final DistrictHandler pudong;
    private final Platform platform;
    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final Map<LoopPath, AtomicInteger> moved = new EnumMap<>(LoopPath.class);
    private final AtomicInteger answerLost = new AtomicInteger();

    LoopTraffic(Traffic traffic, Actors actors, UnderWay underWay) {
        this.traffic = traffic;
        this.underWay = underWay;
        this.agency = actors.jingwei();
        this.city = actors.cityReviewer();
        this.head = actors.cityHead();
        this.huangpu = actors.huangpu();
        this.huangpuHead = actors.huangpuHead();
        this.pudong = actors.pudong();
        this.platform = actors.yougou();
        for (LoopPath path : LoopPath.values()) {
            moved.put(path, new AtomicInteger());
        }
    }

    /**
     * A lead that came to its end.
     *
     * @param lead empty where the instruction was declined
     * @param letter id of the letter that was written about it
     * @param referral id of what it was referred as
     * @param other the lead that it was found to repeat
     */
    record Run(
            LoopPath path,
            String instruction,
            String findingNo,
            String lead,
            @Nullable String letter,
            @Nullable String referral,
            @Nullable String other) {
        boolean hasLead() {
            return !lead.isEmpty();
        }
    }

    List<Run> runs() {
        return runs;
    }

    /** How many answers each stream has had. */
    Map<LoopPath, Integer> progress() {
        Map<LoopPath, Integer> now = new EnumMap<>(LoopPath.class);
        moved.forEach((path, answers) -> now.put(path, answers.get()));
        return now;
    }

    /** Whether each stream has had an answer since, but for those that have come to their end. */
    boolean haveAllMovedSince(Map<LoopPath, Integer> then) {
        return progress().entrySet().stream()
                .allMatch(
                        now ->
                                now.getValue() > then.getOrDefault(now.getKey(), 0)
                                        || now.getValue()
                                                == STREAMS_ON_A_WAY
                                                        * Traffic.MOST_AT_ONCE
                                                        * now.getKey().acts().size());
    }

    /** Steps that had been taken although their answers were lost. */
    int answersLost() {
        return answerLost.get();
    }

    /** Goes this way with one finding after another, all about one page. */
    Runnable along(LoopPath path) {
        Answer page = traffic.aPage();
        return () -> {
            Walk walk = new Walk(page);
            for (Act act : path.acts()) {
                walk.does(act);
                Objects.requireNonNull(moved.get(path)).incrementAndGet();
            }
            runs.add(walk.asRun(path));
        };
    }

    /** One finding on its way. */
    private final class Walk {
        private final Answer page;
        private ObjectNode finding;
        private String findingNo;
        private String instruction = traffic.instruction();
        private DistrictHandler district = huangpu;
        private Officer holder = huangpu;
        private String lead = "";
        private String tag = "";
        private int steps;
        private @Nullable String letter;
        private @Nullable String referral;
        private @Nullable String other;
        private final List<ObjectNode> several = new ArrayList<>();
        private String file = "";

        Walk(Answer page) {
            this.page = page;
            finding = traffic.aFinding(page);
            findingNo = finding.path("findingNo").asText();
        }

        Run asRun(LoopPath path) {
            return new Run(path, instruction, findingNo, lead, letter, referral, other);
        }

        void does(Act act) {
            switch (act) {
                case ISSUE -> issues();
                case ACKNOWLEDGE, ACKNOWLEDGE_AMENDMENT -> part(act, "acknowledgement", null);
                case DECLINE -> part(act, "decline", why("人员不足"));
                case AMEND -> amends();
                case SUBMIT -> submits();
                case SUBMIT_BATCH -> submitsBatch();
                case UPLOAD_FILE -> uploadsFile();
                case READING_BY_ITSELF -> awaitsFile(act, "PREVIEWED");
                case CONFIRM_FILE -> confirmsFile();
                case ENTERING_BY_ITSELF -> entered(awaitsFile(act, "COMMITTED"));
                case DISQUALIFY ->
                        step(
                                act,
                                city,
                                "qualification",
                                Map.of("verdict", act.state(), "reasons", "页面内容与违法类型无关"));
                case MARK_DUPLICATE -> repeats();
                case REOPEN -> {
                    traffic.submittedAgain().add(lead);
                    step(
                            act,
                            city,
                            "qualification",
                            Map.of("verdict", "REOPENED", "reasons", "所重复的线索页面无法复现"));
                }
                case DISQUALIFY_THE_OTHER -> disqualifiesTheOther();
                case RETURN_FOR_SUPPLEMENT ->
                        step(
                                act,
                                city,
                                "qualification",
                                Map.of("verdict", act.state(), "reasons", "内容摘要过于简略"));
                case SUPPLEMENT -> supplements();
                case QUALIFY ->
                        step(
                                act,
                                city,
                                "qualification",
                                Map.of(
                                        "verdict",
                                        act.state(),
                                        "despiteEvidence",
                                        true,
                                        "reasons",
                                        "页面已当场核对，不等待证据送达通知"));
                case ASSIGN -> step(act, city, "assignment", to("310101", "按公示地址"));
                case RECEIVE -> step(act, district, "receipt", null);
                case REQUEST_RETURN -> step(act, district, "return", why("实际经营地不在本区"));
                case ASSIGN_ANEW -> {
                    step(act, city, "assignment", to("310115", "按实际经营地改派"));
                    district = pudong;
                    holder = pudong;
                }
                case TAKE_OVER -> {
                    step(act, head, "takeover", why("涉及面广，由市局提级办理"));
                    holder = city;
                }
                case VERIFY -> step(act, holder, "verification", null);
                case REQUEST_EXTENSION -> step(act, holder, "extension-request", why("须调取外地材料"));
                case EXTEND ->
                        step(
                                act,
                                huangpuHead,
                                "extension",
                                Map.of("granted", true, "reasons", "同意延长"));
                case DRAFT_LETTER -> drafts();
                case ISSUE_LETTER -> letter(act, huangpuHead, "issue");
                case ANSWER_LETTER -> answers();
                case REFER -> refers();
                case DISPOSE ->
                        step(
                                act,
                                holder,
                                "disposal",
                                Map.of(
                                        "code", "NO_CASE_MINOR_CORRECTED",
                                        "reasons", "当事人已改正，情节轻微。"));
                case FEED_BACK -> step(act, holder, "feedback", Map.of("summary", "已改正，不予立案。"));
                case RETURN_FOR_REWORK -> step(act, head, "rework", why("请补充改正情况"));
                case COMPLETE -> part(act, "completion", Map.of("note", "本机构线索已全部报送。"));
                case CLOSE -> step(act, head, "closing", Map.of());
                case CLOSING_BY_ITSELF ->
                        underWay.waits(
                                act,
                                () ->
                                        looks(
                                                city,
                                                ofInstruction(),
                                                seen -> seen.textAt("/state").equals("CLOSED")));
                case REPORT ->
                        underWay.waits(
                                act,
                                () ->
                                        looks(
                                                city,
                                                ofInstruction() + "/report?format=pdf",
                                                seen -> seen.status() == 200));
            }
        }

        private void issues() {
            LocalDate today = LocalDate.now(World.SHANGHAI);
            instruction =
                    keyed(
                                    Act.ISSUE,
                                    city,
                                    MONITORING + "instructions",
                                    CityReviewer.anInstruction(
                                            today, today.plusDays(5), "monitor-jingwei"),
                                    Map.of())
                            .require(201)
                            .textAt("/id");
            // What was captured before the order is no finding under it.
            finding = traffic.aFinding(page);
            findingNo = finding.path("findingNo").asText();
        }

        /** What the agency does with its part of the instruction; nobody else touches it. */
        private void part(Act act, String step, @Nullable Object body) {
            String seen = looks(agency, ofInstruction(), any -> true).etag();
            Answer answer = tagged(act, agency, ofInstruction() + "/" + step, body, seen);
            if (answer.status() == STALE) {
                answerLost.incrementAndGet();
            } else {
                answer.require(200);
            }
        }

        private void amends() {
            String seen = looks(city, ofInstruction(), any -> true).etag();
            keyed(
                            Act.AMEND,
                            city,
                            ofInstruction() + "/amendments",
                            Map.of("changes", Map.of("scope", "一并监测直播间"), "reasons", "发现向直播间转移"),
                            Map.of("If-Match", seen))
                    .require(200);
        }

        private String ofInstruction() {
            return MONITORING + "instructions/" + instruction;
        }

        private void submits() {
            Answer answer =
                    keyed(Act.SUBMIT, agency, ofInstruction() + "/leads", finding, Map.of())
                            .require(201);
            lead = answer.textAt("/lead/id");
            tag = answer.etag();
            steps = 1;
            traffic.findings().put(findingNo, lead);
        }

        private void submitsBatch() {
            List<ObjectNode> findings = severalFindings();
            Answer answer =
                    keyed(
                                    Act.SUBMIT_BATCH,
                                    agency,
                                    ofInstruction() + "/lead-batches",
                                    Map.of("items", findings),
                                    Map.of())
                            .require(207);
            assertThat(answer.each("/items", "status"))
                    .isEqualTo(Collections.nCopies(findings.size(), "201"));
            begunWith(findings, answer.each("/items", "leadId"));
        }

        private void uploadsFile() {
            LeadTable table =
                    LeadTable.of(looks(agency, LeadTable.template(instruction), any -> true));
            severalFindings().forEach(table::row);
            byte[] bytes = table.csv(StandardCharsets.UTF_8);
            Map<String, String> key = Map.of("Idempotency-Key", Act.UPLOAD_FILE + "-" + findingNo);
            file =
                    insists(
                                    Act.UPLOAD_FILE,
                                    () ->
                                            agency.door()
                                                    .upload(
                                                            ofInstruction() + "/lead-imports",
                                                            bytes,
                                                            "application/octet-stream",
                                                            key))
                            .require(202)
                            .textAt("/id");
        }

        private Answer awaitsFile(Act act, String state) {
            return underWay.waits(
                    act,
                    () -> looks(agency, ofFile(), seen -> seen.textAt("/state").equals(state)));
        }

        private void confirmsFile() {
            String seen = looks(agency, ofFile(), any -> true).etag();
            Answer answer = tagged(Act.CONFIRM_FILE, agency, ofFile() + "/commit", null, seen);
            if (answer.status() == STALE) {
                answerLost.incrementAndGet();
            } else {
                answer.require(202);
            }
        }

        private void entered(Answer file) {
            List<String> leads = file.each("/firstRows", "leadId");
            begunWith(severalFindings(), leads);
        }

        private String ofFile() {
            return MONITORING + "lead-imports/" + file;
        }

        /** This walk's own and some that come with it. */
        private List<ObjectNode> severalFindings() {
            if (several.isEmpty()) {
                several.add(finding);
                for (int more = 1; more < TOGETHER; more++) {
                    several.add(traffic.aFinding(page));
                }
            }
            return several;
        }

        /** The leads of these findings are there; this walk goes on with the first. */
        private void begunWith(List<ObjectNode> findings, List<String> leads) {
            assertThat(leads).doesNotHaveDuplicates().hasSize(findings.size());
            for (int each = 0; each < leads.size(); each++) {
                traffic.findings()
                        .put(findings.get(each).path("findingNo").asText(), leads.get(each));
            }
            lead = leads.get(0);
            tag = looks(city, LEADS + lead, any -> true).etag();
            steps = 1;
        }

        private void repeats() {
            String repeated = traffic.submits(page);
            other = repeated;
            step(
                    Act.MARK_DUPLICATE,
                    city,
                    "qualification",
                    Map.of(
                            "verdict",
                            Act.MARK_DUPLICATE.state(),
                            "duplicateOf",
                            repeated,
                            "reasons",
                            "同一店铺同一页面"));
        }

        /** Nobody but this walk touches the other lead either. */
        private void disqualifiesTheOther() {
            String path = LEADS + other;
            Answer answer =
                    tagged(
                            Act.DISQUALIFY_THE_OTHER,
                            city,
                            path + "/qualification",
                            Map.of("verdict", "UNQUALIFIED", "reasons", "页面无法复现"),
                            looks(city, path, any -> true).etag());
            if (answer.status() == STALE) {
                answerLost.incrementAndGet();
            } else {
                answer.require(200);
            }
        }

        private void supplements() {
            finding.put("contentSummary", finding.path("contentSummary").asText() + "，附完整截图");
            traffic.submittedAgain().add(lead);
            tag =
                    keyed(
                                    Act.SUPPLEMENT,
                                    agency,
                                    LEADS + lead + "/supplement",
                                    Map.of("finding", finding, "reasons", "已补充"),
                                    Map.of("If-Match", tag))
                            .require(200)
                            .etag();
            steps++;
        }

        private void drafts() {
            Answer drafted =
                    keyed(
                                    Act.DRAFT_LETTER,
                                    holder,
                                    LEADS + lead + "/letters",
                                    Map.of(
                                            "platform", "platform-yougou",
                                            "title", "请协助提供经营者信息",
                                            "text", "请提供该店铺经营者的身份信息。"),
                                    Map.of())
                            .require(201);
            letter = drafted.textAt("/id");
        }

        private void letter(Act act, Actor who, String step) {
            String path = MONITORING + "letters/" + letter;
            String seen = looks(who, path, any -> true).etag();
            Answer answer = tagged(act, who, path + "/" + step, null, seen);
            if (answer.status() == STALE) {
                answerLost.incrementAndGet();
            } else {
                answer.require(200);
            }
        }

        private void answers() {
            String path = MONITORING + "letters/" + letter;
            String seen = looks(platform, path, any -> true).etag();
            keyed(
                            Act.ANSWER_LETTER,
                            platform,
                            path + "/answer",
                            Map.of("text", "经营者信息附后。"),
                            Map.of("If-Match", seen))
                    .require(200);
        }

        private void refers() {
            referral =
                    keyed(
                                    Act.REFER,
                                    holder,
                                    LEADS + lead + "/referrals",
                                    Map.of(
                                            "kind", "FILER_CONDUCT",
                                            "conduct", "FORGING",
                                            "reasons", "截图与投诉材料出自同一人"),
                                    Map.of())
                            .require(201)
                            .textAt("/id");
        }

        /**
         * A step of the lead. Nobody but this walk changes it, so a stale tag can only mean that
         * the step was taken and its answer lost.
         */
        private void step(Act act, Actor who, String step, @Nullable Object body) {
            steps++;
            Answer answer = tagged(act, who, LEADS + lead + "/" + step, body, tag);
            if (answer.status() == STALE) {
                answerLost.incrementAndGet();
                answer = looks(city, LEADS + lead, any -> true);
                List<String> history = answer.each("/history", "step");
                assertThat(history).as("%s of %s", act, lead).hasSize(steps).endsWith(act.step());
            }
            tag = answer.require(200).etag();
        }

        /** The same request under the same key until it is answered. */
        private Answer keyed(
                Act act, Actor who, String path, Object body, Map<String, String> also) {
            Map<String, String> headers = new HashMap<>(also);
            headers.put("Idempotency-Key", act + "-" + findingNo);
            return insists(act, () -> who.door().post(path, body, headers));
        }

        /** The same request under the same entity tag until it is answered. */
        private Answer tagged(Act act, Actor who, String path, @Nullable Object body, String seen) {
            boolean[] unclear = new boolean[1];
            Answer answer =
                    insists(
                            act,
                            () -> {
                                boolean first = !unclear[0];
                                unclear[0] = true;
                                Answer given =
                                        who.door().post(path, body, Map.of("If-Match", seen));
                                assertThat(first && given.status() == STALE)
                                        .as("%s is stale at once: %s", path, given.text())
                                        .isFalse();
                                return given;
                            });
            return answer;
        }
    }

    private Answer insists(Act act, Supplier<Answer> request) {
        return traffic.answered(() -> underWay.sends(act, request), LoopTraffic::isClear);
    }

    private Answer looks(Actor who, String path, Predicate<Answer> wanted) {
        return Traffic.looked(
                        () -> who.door().get(path),
                        answer -> answer.status() < 400 ? wanted.test(answer) : isClear(answer))
                .require(200);
    }

    private static Map<String, Object> to(String district, String reasons) {
        return Map.of("districtCode", district, "reasons", reasons);
    }

    private static Map<String, Object> why(String reasons) {
        return Map.of("reasons", reasons);
    }

    private static boolean isClear(Answer answer) {
        return answer.status() < 500 && answer.status() != TOO_MANY;
    }
}
