package io.mingjian.monitoring.paper;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.POLICE;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingjian.contracts.Role;
import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.mingjian.paper.PdfFont;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers from the order to the file, and what happens when printing does not go well. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PaperTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);
    private static int serial;

    @Inject PaperPress press;
    @Inject PaperOrders orders;
    @Inject PaperFiles files;
    @Inject PdfFont font;

    @BeforeEach
    void nothingWaitsFromEarlier() {
        Today.is(ISSUED);
        Waiting.transaction(
                () ->
                        Sessions.current()
                                .chain(
                                        session ->
                                                session.createNativeQuery(
                                                                "update paper_order set state ="
                                                                        + " 'FAILED' where state ="
                                                                        + " 'WAITING'")
                                                        .executeUpdate()));
    }

    @Test
    void theInstructionsPaperIsPrintedWhenItIsAskedForAndIsTheSameBytesEachTime()
            throws IOException {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
        String path = "/v1/instructions/" + instruction + "/paper";
        JINGWEI.get(path)
                .statusCode(202)
                .header("Retry-After", notNullValue())
                .body("state", equalTo("WAITING"));
        printAll();
        byte[] pdf = file(JINGWEI, path);
        assertThat(file(JINGWEI, path)).isEqualTo(pdf);
        assertThat(textOfPdf(pdf))
                .contains("监测指令单", "JC2026-", "仅退款", "传授、售卖伪造维权证据教程", "店铺名称")
                .contains("2026年4月30日（含当日）", "monitor-jingwei")
                .doesNotContain("monitor-other");
        assertThat(textOfDocx(file(JINGWEI, path + "?format=docx")))
                .contains("监测指令单", "monitor-jingwei")
                .doesNotContain("monitor-other");
        CITY.get(path).statusCode(202);
        printAll();
        assertThat(textOfPdf(file(CITY, path))).contains("monitor-jingwei", "monitor-other");
        assertThat(textOfPdf(file(CITY, path + "?agency=monitor-jingwei")))
                .doesNotContain("monitor-other");
        CITY.get(path + "?agency=monitor-nobody").statusCode(404);
        CITY.get(path + "?version=2").statusCode(404);
        CITY.get(path + "?format=xlsx")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/format"));
    }

    @Test
    void eachVersionOfAnInstructionHasAPaperOfItsOwnAndTheOldOneStays() throws IOException {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        String path = "/v1/instructions/" + instruction + "/paper";
        JINGWEI.get(path).statusCode(202);
        CITY.step(
                        "/v1/instructions/" + instruction,
                        "amendments",
                        Map.of(
                                "changes",
                                Map.of("scope", "改为监测直播间", "addAgencies", List.of("monitor-other")),
                                "reasons",
                                "范围有误"))
                .statusCode(200);
        JINGWEI.get(path + "?version=2").statusCode(202);
        OTHER.get(path).statusCode(202);
        OTHER.get(path + "?version=1").statusCode(404);
        printAll();
        assertThat(textOfPdf(file(JINGWEI, path + "?version=1")))
                .contains("第1版", "伪造维权证据教程的店铺")
                .doesNotContain("直播间");
        assertThat(textOfPdf(file(JINGWEI, path)))
                .contains("第2版", "改为监测直播间", "变更说明", "范围有误")
                .doesNotContain("monitor-other");
    }

    @Test
    void anIssuedLetterIsReadByItsPlatformAndItsBureau() throws IOException {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        String lead = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        String letter =
                HUANGPU.post(
                                "/v1/leads/" + lead + "/letters",
                                Map.of(
                                        "platform", "platform-yougou",
                                        "title", "提供店铺主体资料",
                                        "text", "请提供该店铺的身份和交易资料。\n并暂停其销售。"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        String path = "/v1/letters/" + letter + "/paper";
        HUANGPU.get(path).statusCode(409).body("code", equalTo("letter-not-issued"));
        PLATFORM.get(path).statusCode(404);
        new Desk(TestCaller.huangpu(Role.HEAD).named("huangpu.head"))
                .step("/v1/letters/" + letter, "issue", null)
                .statusCode(200);
        PLATFORM.get(path).statusCode(202);
        printAll();
        assertThat(textOfPdf(file(PLATFORM, path)))
                .contains("上海市黄浦区市场监督管理局", "协助函", "XZ2026-", "platform-yougou：")
                .contains("关于提供店铺主体资料", "并暂停其销售。", "前（含当日）");
        assertThat(file(CITY, path)).isEqualTo(file(HUANGPU, path));
        for (Desk foreigner : List.of(PUDONG, JINGWEI, OTHER, POLICE)) {
            foreigner.get(path).statusCode(404);
        }
    }

    @Test
    void nobodyElseReadsAnInstructionsPaper() {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        String path = "/v1/instructions/" + instruction + "/paper";
        for (Desk foreigner : List.of(OTHER, HUANGPU, POLICE)) {
            foreigner.get(path).statusCode(404);
        }
        JINGWEI.get(path + "?agency=monitor-other").statusCode(404);
        JINGWEI.get("/v1/instructions/" + instruction + "/report").statusCode(404);
        JINGWEI.get("/v1/papers").statusCode(403);
        HUANGPU.get("/v1/papers").statusCode(403);
    }

    @Test
    void aDistrictReadsTheNoticesAndFormsOfItsOwnLeadsOnly() throws IOException {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        String lead = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(lead);
        CITY.get("/v1/leads/" + lead + "/assignment-notice").statusCode(404);
        CITY.assigns(lead, "310101");
        String notice = "/v1/leads/" + lead + "/assignment-notice";
        HUANGPU.get(notice).statusCode(202);
        printAll();
        byte[] printed = file(HUANGPU, notice);
        assertThat(textOfPdf(printed))
                .contains("线索分派单", "FP2026-", "上海市黄浦区市场监督管理局：", "测试商行", "按实际经营地")
                .contains("2026年4月15日 09:0");
        assertThat(file(CITY, notice)).isEqualTo(printed);
        for (Desk foreigner : List.of(PUDONG, JINGWEI, OTHER, POLICE)) {
            foreigner.get(notice).statusCode(404);
        }
        String form = "/v1/leads/" + lead + "/feedback-form";
        HUANGPU.receives(lead);
        HUANGPU.verifies(lead);
        HUANGPU.tryStep(
                        lead,
                        "disposal",
                        Map.of(
                                "code", "CASE_FILED",
                                "reasons", "现场核查属实",
                                "caseNo", "沪黄市监立〔2026〕7号",
                                "furtherMeasures",
                                        List.of(Map.of("code", "ADMINISTRATIVE_INTERVIEW"))))
                .statusCode(200);
        HUANGPU.get(form).statusCode(404);
        HUANGPU.feedsBack(lead);
        HUANGPU.get(form + "?format=docx").statusCode(202);
        printAll();
        assertThat(textOfDocx(file(HUANGPU, form + "?format=docx")))
                .contains("处置反馈表", "CZ2026-", "立案", "店铺已下架相关商品", "第1次")
                .contains("沪黄市监立〔2026〕7号", "约谈");
        for (Desk foreigner : List.of(PUDONG, JINGWEI, OTHER, POLICE)) {
            foreigner.get(form).statusCode(404);
        }
    }

    /** Whoever checks the form must find on it what was decided, when, and how much it is. */
    @Test
    void theFeedbackFormSaysEachAmountToTheFenAndTheDayThatTheOfficerNamed() throws IOException {
        String earlier = atWork();
        HUANGPU.disposes(earlier, "CASE_FILED");
        String earlierNo = HUANGPU.sees(earlier).getString("lead.leadNo");
        String lead = atWork();
        Today.is(ISSUED.plusDays(2));
        HUANGPU.tryStep(
                        lead,
                        "disposal",
                        Map.of(
                                "code", "ORDERED_CORRECTION",
                                "reasons", "现场核查属实",
                                "documentNo", "沪市监黄责改〔2026〕1号",
                                "decidedOn", "2026-04-16",
                                "amount", new BigDecimal("12345678.90"),
                                "furtherMeasures",
                                        List.of(
                                                Map.of(
                                                        "code",
                                                        "ADMINISTRATIVE_INTERVIEW",
                                                        "amount",
                                                        new BigDecimal("5000.50"),
                                                        "decidedOn",
                                                        "2026-04-15"),
                                                Map.of("code", "DUPLICATE", "leadNo", earlierNo))))
                .statusCode(200);
        HUANGPU.tryStep(
                        lead,
                        "feedback",
                        Map.of("summary", "已罚款", "amountFined", new BigDecimal("10000000")))
                .statusCode(200);
        String duplicate = atWork();
        HUANGPU.tryStep(
                        duplicate,
                        "disposal",
                        Map.of("code", "DUPLICATE", "reasons", "同一页面", "leadNo", earlierNo))
                .statusCode(200);
        HUANGPU.feedsBack(duplicate);
        Today.is(LocalDate.of(2026, 12, 1));
        String form = "/v1/leads/" + lead + "/feedback-form?format=docx";
        String formOfDuplicate = "/v1/leads/" + duplicate + "/feedback-form?format=docx";
        HUANGPU.get(form).statusCode(202);
        HUANGPU.get(formOfDuplicate).statusCode(202);
        printAll();
        assertThat(textOfDocx(file(HUANGPU, form)))
                .containsPattern("作出日期\\s*2026年4月16日")
                .containsPattern("登记时间\\s*2026年4月17日")
                .containsPattern("金额（元）\\s*12345678\\.90")
                .containsPattern("罚没金额（元）\\s*10000000\\.00")
                .contains("约谈（2026年4月15日作出，金额5000.50元，")
                .contains("2026年4月17日作出，已处置线索" + earlierNo);
        assertThat(textOfDocx(file(HUANGPU, formOfDuplicate)))
                .containsPattern("已处置线索\\s*" + earlierNo);
    }

    /** The city's feedback does not make the district's decision the city's. */
    @Test
    void theFormNamesWhoDecidedWhereAnotherTellsAndSaysWhoIsToCheckIt() throws IOException {
        String taken = atWork();
        HUANGPU.disposes(taken, "CASE_FILED");
        CITY_HEAD.tryStep(taken, "takeover", Map.of("reasons", "区局逾期未反馈")).statusCode(200);
        CITY_HEAD.feedsBack(taken);
        String citys = atWork();
        CITY_HEAD.tryStep(citys, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
        CITY_HEAD.disposes(citys, "CASE_FILED");
        CITY_HEAD.feedsBack(citys);
        String districts = atWork();
        HUANGPU.disposes(districts, "CASE_FILED");
        HUANGPU.feedsBack(districts);
        Today.is(LocalDate.of(2026, 12, 2));
        for (String lead : List.of(taken, citys, districts)) {
            CITY.get(form(lead)).statusCode(202);
        }
        printAll();
        assertThat(textOfDocx(file(CITY, form(taken))))
                .startsWith("上海市市场监督管理局")
                .containsPattern("处置单位\\s*上海市黄浦区市场监督管理局")
                .contains("本局核对人员：", "由本局提级办理", "请反馈填写人以外的人员核对")
                .doesNotContain("上海市市场监督管理局：", "请市局核对");
        assertThat(textOfDocx(file(CITY, form(citys))))
                .contains("本局核对人员：", "由本局提级办理", "请反馈填写人以外的人员核对")
                .doesNotContain("处置单位", "黄浦区市场监督管理局", "请市局核对");
        assertThat(textOfDocx(file(CITY, form(districts))))
                .startsWith("上海市黄浦区市场监督管理局")
                .contains("上海市市场监督管理局：", "现将监测线索", "以上请市局核对。")
                .doesNotContain("处置单位", "提级办理");
    }

    private static String form(String lead) {
        return "/v1/leads/" + lead + "/feedback-form?format=docx";
    }

    private static String atWork() {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        String lead = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        HUANGPU.verifies(lead);
        return lead;
    }

    @Test
    void aDistrictKeepsItsNoticeWhenTheLeadGoesElsewhere() throws IOException {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        String lead = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        HUANGPU.tryStep(lead, "return", Map.of("reasons", "经营地不在本区")).statusCode(200);
        CITY.assigns(lead, "310115");
        String notice = "/v1/leads/" + lead + "/assignment-notice";
        HUANGPU.get(notice).statusCode(202);
        PUDONG.get(notice).statusCode(202);
        printAll();
        assertThat(textOfPdf(file(HUANGPU, notice))).contains("黄浦区").doesNotContain("浦东");
        assertThat(textOfPdf(file(PUDONG, notice))).contains("浦东新区").doesNotContain("黄浦区市场");
    }

    @Test
    void theClosingOrdersTheReportAndTheCityReadsItAsPdfAndSheet() throws IOException {
        String instruction = anInstructionWithThreeLeads();
        String path = "/v1/instructions/" + instruction + "/report";
        CITY.get(path).statusCode(409).body("code", equalTo("instruction-open"));
        close(instruction);
        CITY.get("/v1/papers?subjectId=" + instruction)
                .statusCode(200)
                .body("items.find { it.kind == 'CLOSING_REPORT' }.state", equalTo("WAITING"));
        CITY.get(path).statusCode(202).body("state", equalTo("WAITING"));
        printAll();
        byte[] sheet = file(CITY, path + "?format=xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            XSSFSheet list = book.getSheet("线索清单");
            assertThat(list.getLastRowNum()).isEqualTo(3);
            assertThat(list.getRow(2).getCell(5).getStringCellValue()).isEqualTo("测试小店");
            assertThat(rows(book.getSheet("按处置措施"), "合计"))
                    .containsExactly(List.of("合计", "1", "1", "2"));
            assertThat(rows(book.getSheet("按处置措施"), "立案"))
                    .containsExactly(List.of("立案", "1", "0", "1"));
            String huangpu = "上海市黄浦区市场监督管理局";
            assertThat(rows(book.getSheet("处置单位与措施"), huangpu))
                    .containsExactly(
                            List.of(huangpu, "约谈", "0", "1", "1"),
                            List.of(huangpu, "立案", "1", "0", "1"));
            assertThat(rows(book.getSheet("机构与措施"), "合计"))
                    .singleElement(as(LIST))
                    .endsWith("1", "1", "2");
            XSSFSheet matrix = book.getSheet("机构与区对应");
            assertThat(matrix.getRow(1).getCell(0).getStringCellValue())
                    .contains("monitor-jingwei");
            assertThat(matrix.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(3);
        }
        String text = textOfPdf(file(CITY, path));
        assertThat(text)
                .contains("监测指令办结报告", "BJ2026-", "办结说明：任务完成", "线索总数", "3 件")
                .contains("各区线索分布", "崇明区", "黄浦区 1", "未分派 1", "立案")
                .contains("主要措施", "其他措施", "约谈")
                .as("figures that were kept before it was counted have no such group either")
                .contains("未分派到区：1 件。")
                .doesNotContain("市局办理");
        assertThat(file(CITY, path + "?format=xlsx")).isEqualTo(sheet);
        String kept =
                CITY.get("/v1/papers?subjectId=" + instruction)
                        .extract()
                        .path(
                                "items.find { it.kind == 'CLOSING_REPORT' }.files.find"
                                        + " { it.format == 'XLSX' }.sm3");
        assertThat(kept).isEqualTo(Sm3.hex(sheet));
        for (Desk foreigner : List.of(JINGWEI, OTHER, HUANGPU, PUDONG, POLICE)) {
            foreigner.get(path).statusCode(404);
        }
    }

    @Test
    void whatTheCityTookOverIsCountedAsTheCitysAndNotTheDistricts() throws IOException {
        String instruction = anInstructionWithThreeLeads();
        List<String> leads =
                CITY.get("/v1/leads?instructionId=" + instruction)
                        .extract()
                        .path("items.findAll { it.districtOrganisation == 'samr-pudong' }.id");
        CITY_HEAD.tryStep(leads.get(0), "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
        String unassigned = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(unassigned);
        CITY_HEAD.tryStep(unassigned, "takeover", Map.of("reasons", "经营地在杭州")).statusCode(200);
        close(instruction);
        printAll();
        String path = "/v1/instructions/" + instruction + "/report";
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(file(CITY, path + "?format=xlsx")))) {
            XSSFSheet districts = book.getSheet("按处置区");
            assertThat(rows(districts, "市局办理")).containsExactly(List.of("市局办理", "2"));
            assertThat(rows(districts, "浦东新区")).isEmpty();
            assertThat(rows(districts, "未分派")).containsExactly(List.of("未分派", "1"));
            assertThat(rows(book.getSheet("机构与区对应"), "监测机构"))
                    .singleElement(as(LIST))
                    .contains("市局办理");
        }
        assertThat(textOfPdf(file(CITY, path))).contains("未分派到区：1 件；市局办理：2 件");
    }

    @Test
    void withoutAFontTheSheetStillComesAndTheReportOnceItIsInstalled() {
        String instruction = anInstructionWithThreeLeads();
        String path = "/v1/instructions/" + instruction + "/report";
        close(instruction);
        QuarkusMock.installMockForInstance(new PdfFont("/nowhere/none.ttc"), font);
        assertThat(press.printNext()).isTrue();
        CITY.get(path)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("errors[0].code", equalTo("font-missing"));
        byte[] sheet = file(CITY, path + "?format=xlsx");
        printAll();
        assertThat(press.printNext()).as("tried often enough").isFalse();
        Response failed =
                CITY.get("/v1/papers?state=FAILED&subjectId=" + instruction)
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].problemCode", equalTo("font-missing"))
                        .body("items[0].attempts", equalTo(5))
                        .extract()
                        .response();
        QuarkusMock.installMockForInstance(new PdfFont(PdfFontPath.SHIPPED), font);
        String paper = failed.path("items[0].id");
        HUANGPU.post("/v1/papers/" + paper + "/reprint", null).statusCode(403);
        CITY.post("/v1/papers/" + paper + "/reprint", null)
                .statusCode(200)
                .body("state", equalTo("WAITING"));
        CITY.post("/v1/papers/" + paper + "/reprint", null).statusCode(409);
        printAll();
        assertThat(file(CITY, path)).isNotEmpty();
        assertThat(file(CITY, path + "?format=xlsx")).as("not printed anew").isEqualTo(sheet);
    }

    @Test
    void whatADeadWorkerLeftIsTakenUpAgainAndItCannotComeBack() {
        String instruction = anInstructionWithThreeLeads();
        close(instruction);
        UUID dead = UUID.randomUUID();
        PaperOrder taken =
                Waiting.transaction(
                                () ->
                                        orders.claim(
                                                dead,
                                                new Today().instant(),
                                                Duration.ofSeconds(60)))
                        .orElseThrow();
        assertThat(taken.subjectId()).hasToString(instruction);
        assertThat(press.printNext()).as("it is still the other's").isFalse();
        Today.is(ISSUED.plusDays(1));
        assertThat(press.printNext()).isTrue();
        assertThat(
                        Waiting.transaction(
                                () -> orders.hold(taken.id(), dead, new Today().instant(), 1, 1)))
                .as("the dead worker has lost its order")
                .isFalse();
        CITY.get("/v1/instructions/" + instruction + "/report?format=xlsx").statusCode(200);
    }

    @Test
    void anOrderWhoseWorkersDieMoreOftenThanAFailingPrintIsTriedIsPrintedAllTheSame() {
        String instruction = anInstructionWithThreeLeads();
        close(instruction);
        workersDie(6);
        assertThat(press.printNext()).isTrue();
        assertThat(file(CITY, "/v1/instructions/" + instruction + "/report")).isNotEmpty();
    }

    private void workersDie(int times) {
        for (int i = 0; i < times; i++) {
            Waiting.transaction(
                    () -> orders.claim(UUID.randomUUID(), new Today().instant(), Duration.ZERO));
        }
    }

    @Test
    void anOrderWhoseWorkersDieEachTimeIsGivenUp() {
        String instruction = anInstructionWithThreeLeads();
        close(instruction);
        workersDie(20);
        assertThat(press.printNext()).isTrue();
        CITY.get("/v1/papers?state=FAILED&subjectId=" + instruction)
                .body("items[0].problemCode", equalTo("print-failed"));
        CITY.get("/v1/instructions/" + instruction + "/report")
                .statusCode(503)
                .body("errors[0].code", equalTo("print-failed"));
    }

    @Test
    void aReportOfTwoThousandLeadsIsReadInPagesAndThePrintedListIsLimited() throws IOException {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        String lead = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        multiply(lead, 2_000);
        close(instruction);
        Counting rows = new Counting();
        QuarkusMock.installMockForType(rows, ReportRows.class);
        printAll();
        assertThat(rows.pages).isEqualTo(5);
        assertThat(rows.largest).isLessThanOrEqualTo(500);
        String path = "/v1/instructions/" + instruction + "/report";
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(file(CITY, path + "?format=xlsx")))) {
            assertThat(book.getSheet("线索清单").getLastRowNum()).isEqualTo(2_001);
        }
        assertThat(textOfPdf(file(CITY, path))).contains("本文件只列前 1000 件，全部 2001 件");
    }

    /** Counts how the leads are read. */
    private static final class Counting extends ReportRows {
        private int pages;
        private int largest;

        @Override
        Uni<Some> page(UUID instructionId, UUID after, int limit) {
            return super.page(instructionId, after, limit)
                    .invoke(
                            some -> {
                                pages++;
                                largest = Math.max(largest, some.lines().size());
                            });
        }
    }

    /** Copies of a lead under other numbers; columns that are computed stay out. */
    private static void multiply(String lead, int copies) {
        String sql =
                """
                do $$ declare own text; begin
                  select string_agg(quote_ident(column_name), ', ') into own
                    from information_schema.columns where table_name = 'lead' and is_generated = 'NEVER';
                  execute 'insert into lead (' || own || ') select ' || own || ' from (
                    select (jsonb_populate_record(l, jsonb_build_object(
                      ''id'', gen_random_uuid(), ''lead_no'', l.lead_no || ''-'' || n,
                      ''finding_no'', l.finding_no || ''-'' || n))).*
                    from lead l, generate_series(1, COPIES) n where l.id = ''LEAD'') copy';
                end $$
                """
                        .replace("COPIES", String.valueOf(copies))
                        .replace("LEAD", lead);
        Waiting.transaction(
                () ->
                        Sessions.current()
                                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }

    /** One with the city, one with Huangpu that is done, one with Pudong. */
    private static String anInstructionWithThreeLeads() {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        String done = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(done);
        CITY.assigns(done, "310101");
        HUANGPU.receives(done);
        HUANGPU.verifies(done);
        HUANGPU.tryStep(
                        done,
                        "disposal",
                        Map.of(
                                "code", "CASE_FILED",
                                "reasons", "现场核查属实",
                                "caseNo", "沪黄市监立〔2026〕8号",
                                "furtherMeasures",
                                        List.of(Map.of("code", "ADMINISTRATIVE_INTERVIEW"))))
                .statusCode(200);
        HUANGPU.feedsBack(done);
        CITY.closes(done);
        String other = JINGWEI.submits(instruction, aFinding().numbered(next()).make());
        CITY.qualifies(other);
        CITY.assigns(other, "310115");
        return instruction;
    }

    /** The rows that begin with this name, as texts. */
    private static List<List<String>> rows(XSSFSheet sheet, String name) {
        DataFormatter words = new DataFormatter();
        List<List<String>> found = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(words.formatCellValue(cell)));
            if (!cells.isEmpty() && cells.get(0).equals(name)) {
                found.add(cells);
            }
        }
        return found;
    }

    private static void close(String instruction) {
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "任务完成"))
                .statusCode(200);
    }

    private static String next() {
        return "PAPER-" + ++serial;
    }

    private void printAll() {
        while (press.printNext()) {
            // Until nothing waits.
        }
    }

    private static byte[] file(Desk desk, String path) {
        return desk.get(path)
                .statusCode(200)
                .header("Document-SM3", notNullValue())
                .header("Content-Disposition", startsWith("attachment; filename=\""))
                .extract()
                .asByteArray();
    }

    private static String textOfPdf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\r\\n]", "");
        }
    }

    private static String textOfDocx(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    /** Where the font lies that tests use. */
    private static final class PdfFontPath {
        static final String SHIPPED = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";
    }
}
