package io.mingjian.monitoring.imports;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Ending;
import io.mingjian.monitoring.Today;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Fixation;
import io.mingjian.monitoring.imports.Runs.Death;
import io.mingjian.monitoring.lead.InstructionCompletion;
import io.mingjian.monitoring.lead.LeadIntake;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class LeadImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static int serial;

    @Inject Runs runner;
    @Inject LeadIntake findings;
    @Inject BundleSource bundles;
    @Inject ImportSettings settings;
    @Inject ObjectMapper json;
    @Inject InstructionCompletion completion;

    private String instruction;
    private String number;

    @BeforeEach
    void anInstructionIsAcknowledged() {
        Today.is(TODAY);
        instruction = CITY.issues(TODAY.plusDays(15), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        number = "I-" + ++serial + "-";
    }

    private FindingSheet sheet() {
        return new FindingSheet(json);
    }

    private Finding finding(int no) {
        return aFinding()
                .numbered(number + no)
                .at("https://shop.yougou.example/" + number + no)
                .goods("教程", new BigDecimal("19.90"))
                .make();
    }

    private FindingSheet sheetOf(int rows) {
        FindingSheet sheet = sheet();
        IntStream.range(0, rows).forEach(no -> sheet.row(finding(no)));
        return sheet;
    }

    private ValidatableResponse send(Desk desk, byte[] file) {
        return RestAssured.given()
                .header("Authorization", desk.who().bearer())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/instructions/" + instruction + "/lead-imports?fileName=f")
                .then();
    }

    /** Sends a file and has it read. */
    private String reads(byte[] file) {
        String id = send(JINGWEI, file).statusCode(202).extract().path("id");
        runner.workOff();
        return id;
    }

    private ValidatableResponse sees(String id) {
        return JINGWEI.get("/v1/lead-imports/" + id).statusCode(200);
    }

    private void commits(String id) {
        JINGWEI.step("/v1/lead-imports/" + id, "commit", null).statusCode(202);
    }

    private int leads() {
        return JINGWEI.get("/v1/leads?limit=200&instructionId=" + instruction)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private static void figures(
            ValidatableResponse seen, int rows, int good, int bad, int entered, int repeated) {
        seen.body("figures.rows", equalTo(rows))
                .body("figures.good", equalTo(good))
                .body("figures.bad", equalTo(bad))
                .body("figures.entered", equalTo(entered))
                .body("figures.repeated", equalTo(repeated));
    }

    @Test
    void aFileIsReadShownAndEnteredWhenTheAgencySaysSo() {
        byte[] file = sheetOf(3).row(finding(3), Map.of("统一社会信用代码", "91310000132260250Y")).csv();
        String id = send(JINGWEI, file).statusCode(202).extract().path("id");
        sees(id).body("state", equalTo("UPLOADED"));
        runner.workOff();

        ValidatableResponse preview = sees(id).body("state", equalTo("PREVIEWED"));
        figures(preview, 4, 3, 1, 0, 0);
        preview.body("firstRows[0].findingNo", equalTo(number + 0))
                .body("firstErrors[0].rowNo", equalTo(5))
                .body("firstErrors[0].errors[0].column", equalTo("统一社会信用代码"));
        assertThat(leads()).isZero();

        commits(id);
        runner.workOff();
        figures(sees(id).body("state", equalTo("COMMITTED")), 4, 0, 1, 3, 0);
        assertThat(leads()).isEqualTo(3);
    }

    @Test
    void theSameFindingsComeInByWorkbookAndByChineseText() {
        String workbook = reads(sheetOf(2).xlsx());
        figures(sees(workbook).body("state", equalTo("PREVIEWED")), 2, 2, 0, 0, 0);
        commits(workbook);
        runner.workOff();
        String text = reads(sheetOf(2).gb18030());
        figures(sees(text), 2, 0, 0, 0, 2);
        assertThat(leads()).isEqualTo(2);
        JINGWEI.trySubmit(instruction, finding(1)).statusCode(200);
    }

    @Test
    void everyFieldOfAFindingHasItsColumn() {
        Set<String> pointers =
                Set.copyOf(
                        FindingColumns.ALL.all().stream()
                                .map(column -> column.pointer().replaceAll("/\\d/", "/0/"))
                                .toList());
        for (var component : Finding.class.getRecordComponents()) {
            if (!component.getName().equals("evidence")) {
                assertThat(pointers).contains("/" + component.getName());
            }
        }
        for (var component : Fixation.class.getRecordComponents()) {
            if (!component.getName().equals("timeCalibration")) {
                assertThat(pointers).contains("/evidence/0/" + component.getName());
            }
        }
    }

    @Test
    void theTemplateTellsWhatIsDemanded() {
        String path = "/v1/instructions/" + instruction + "/lead-imports/template";
        String text = JINGWEI.get(path + "?format=csv").statusCode(200).extract().asString();
        assertThat(text).startsWith("\uFEFF线索编号,").contains("证据3录屏证据编号");
        String legend =
                JINGWEI.get(path + "?format=csv&sheet=legend").statusCode(200).extract().asString();
        assertThat(legend).contains("店铺名称,本指令要求必填").contains("页面网址,必填").contains("起始页截图");
        byte[] book = JINGWEI.get(path).statusCode(200).extract().asByteArray();
        assertThat(new String(book, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        String empty = reads(book);
        sees(empty).body("state", equalTo("PREVIEWED")).body("figures.rows", equalTo(1));
    }

    @Test
    void theTemplateTellsWhatIsDemandedOfEachCategory() throws IOException {
        Map<String, Object> content =
                new HashMap<>(Desk.anInstruction(TODAY.plusDays(15), "monitor-jingwei"));
        content.put("categories", List.of("FAKE_EVIDENCE_TUTORIAL", "FAKE_EVIDENCE_TOOL"));
        content.put(
                "outputSpec",
                Map.of(
                        "requiredFields",
                        List.of("SHOP_NAME"),
                        "categories",
                        List.of(
                                Map.of(
                                        "category",
                                        "FAKE_EVIDENCE_TOOL",
                                        "requiredFields",
                                        List.of("GOODS_NAME", "SCREENSHOT_NAME"),
                                        "requiredEvidence",
                                        List.of(Map.of("kind", "CHAT_RECORD", "least", 2))))));
        String order = CITY.post("/v1/instructions", content).statusCode(201).extract().path("id");
        JINGWEI.acknowledges(order);
        String path = "/v1/instructions/" + order + "/lead-imports/template";

        List<List<String>> legend =
                sheet(JINGWEI.get(path).statusCode(200).extract().asByteArray(), "填写说明");
        String tool = "提供伪造证据或去除标识的工具、服务";
        assertThat(line(legend, "店铺名称")).startsWith("店铺名称", "本指令要求必填");
        assertThat(line(legend, "商品或服务名称")).startsWith("商品或服务名称", "违法类型为" + tool + "的必填");
        assertThat(line(legend, "价格")).startsWith("价格", "选填");
        assertThat(line(legend, tool)).startsWith(tool, "店铺名称、商品或服务名称、每件证据的截图文件名", "客服或群聊记录至少2件");
        assertThat(line(legend, "传授、售卖伪造维权证据教程")).startsWith("传授、售卖伪造维权证据教程", "店铺名称", "无特别要求");
        assertThat(
                        JINGWEI.get(path + "?format=csv&sheet=legend")
                                .statusCode(200)
                                .extract()
                                .asString())
                .contains(tool + ",店铺名称、商品或服务名称、每件证据的截图文件名,客服或群聊记录至少2件");
    }

    private static List<List<String>> sheet(byte[] workbook, String name) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.findSheet(name).orElseThrow().read().stream()
                    .map(row -> row.stream().map(cell -> cell.getText()).toList())
                    .toList();
        }
    }

    private static List<String> line(List<List<String>> lines, String first) {
        return lines.stream()
                .filter(line -> !line.isEmpty() && line.get(0).equals(first))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void faultyRowsComeBackToBeMendedAndNothingInThemIsAFormula() {
        String id =
                reads(
                        sheetOf(1)
                                .row(finding(1), Map.of("采集时间", "昨天", "内容摘要", "=HYPERLINK(1)"))
                                .csv());
        String errors =
                JINGWEI.get("/v1/lead-imports/" + id + "/errors?format=csv")
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(errors)
                .contains("'=HYPERLINK(1)")
                .contains("第3行 采集时间：时间须写作")
                .doesNotContain(number + 0);
        JINGWEI.get("/v1/lead-imports/" + id + "/errors?format=xlsx").statusCode(200);
        String again = reads(errors.getBytes(StandardCharsets.UTF_8));
        sees(again).body("state", equalTo("PREVIEWED")).body("figures.bad", equalTo(1));
    }

    @Test
    void ofTwoFilesWithTheSameNumbersEachFindingEntersOnce() {
        String first = reads(sheetOf(3).csv());
        String second =
                reads(
                        sheet().row(finding(1))
                                .row(finding(2), Map.of("内容摘要", "别的内容"))
                                .row(finding(3))
                                .row(finding(3))
                                .csv());
        figures(sees(second), 4, 3, 1, 0, 0);
        sees(second).body("firstErrors[0].errors[0].code", equalTo("twice-in-file"));
        commits(first);
        commits(second);
        runner.workOff();
        figures(sees(first), 3, 0, 0, 3, 0);
        figures(sees(second).body("state", equalTo("COMMITTED")), 4, 0, 2, 1, 1);
        sees(second).body("firstErrors.errors.code.flatten()", hasItem("finding-no-reused"));
        assertThat(leads()).isEqualTo(4);

        String third = reads(sheetOf(2).csv());
        figures(sees(third), 2, 0, 0, 0, 2);
    }

    /** Rows at which whoever reads them dies. */
    private FindingRows poison() {
        return new FindingRows(findings, bundles, settings, json) {
            @Override
            public JsonNode read(LeadImport job, JsonNode form) {
                throw new Death();
            }
        };
    }

    private void diesAtPoison() {
        assertThatThrownBy(() -> runner.workOffElsewhere(poison(), () -> {}))
                .isInstanceOf(Death.class);
    }

    private void diesAfterABatch() {
        assertThatThrownBy(() -> runner.workOffElsewhere(Death::now)).isInstanceOf(Death.class);
    }

    @Test
    void whoeverGoesOnAfterADeathEntersNoneTwiceAndLeavesNoneOut() {
        String id = reads(sheetOf(150).csv());
        commits(id);
        diesAfterABatch();
        figures(sees(id).body("state", equalTo("COMMITTING")), 150, 50, 0, 100, 0);

        runner.workOff();
        figures(sees(id).body("state", equalTo("COMMITTING")), 150, 50, 0, 100, 0);

        Today.is(TODAY.plusDays(1));
        runner.workOff();
        figures(sees(id).body("state", equalTo("COMMITTED")), 150, 0, 0, 150, 0);
        assertThat(leads()).isEqualTo(150);
    }

    @Test
    void whatIsCancelledInTheMiddleStopsAndKeepsWhatWasEntered() {
        String id = reads(sheetOf(120).csv());
        commits(id);
        runner.workOffElsewhere(
                () -> JINGWEI.step("/v1/lead-imports/" + id, "cancellation", null).statusCode(200));
        Today.is(TODAY.plusDays(1));
        runner.workOff();
        figures(sees(id).body("state", equalTo("CANCELLED")), 120, 20, 0, 100, 0);
        assertThat(leads()).isEqualTo(100);
    }

    @Test
    void anImportAtWhichOneWorkerAfterTheOtherDiesIsGivenUpAndCanBeConfirmedAgain() {
        String id = reads(sheetOf(3).csv());
        commits(id);
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            diesAtPoison();
            Today.is(TODAY.plusDays(attempt));
        }
        runner.workOffElsewhere(poison(), () -> {});
        figures(sees(id).body("state", equalTo("FAILED")), 3, 3, 0, 0, 0);
        sees(id).body("failure", containsString("连续5次未能继续登记"))
                .body("openSteps", contains("COMMIT"));

        commits(id);
        runner.workOff();
        figures(sees(id).body("state", equalTo("COMMITTED")), 3, 0, 0, 3, 0);
        sees(id).body("failure", nullValue());
    }

    @Test
    void aFileAtWhichOneReaderAfterTheOtherDiesIsGivenUpAndSaysSo() {
        String id = send(JINGWEI, sheetOf(1).csv()).statusCode(202).extract().path("id");
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            diesAtPoison();
            Today.is(TODAY.plusDays(attempt));
        }
        runner.workOff();
        sees(id).body("state", equalTo("FAILED"))
                .body("failure", containsString("连续5次未能读完"))
                .body("openSteps", hasSize(0));
        JINGWEI.step("/v1/lead-imports/" + id, "commit", null)
                .statusCode(409)
                .body("openSteps", hasSize(0));
    }

    @Test
    void rowsThatWereEnteredBeginTheCountOfAttemptsAnew() {
        String id = reads(sheetOf(750).csv());
        commits(id);
        for (int attempt = 1; attempt <= settings.attempts() + 1; attempt++) {
            diesAfterABatch();
            Today.is(TODAY.plusDays(attempt));
        }
        runner.workOff();
        figures(sees(id).body("state", equalTo("COMMITTED")), 750, 0, 0, 750, 0);
    }

    @Test
    void aFileOfTooManyRowsIsNotRead() {
        FindingSheet sheet = sheet();
        String[] cells = new String[FindingColumns.ALL.all().size()];
        Arrays.fill(cells, "");
        cells[4] = "x";
        cells[18] = "昨天";
        for (int i = 0; i <= 50_000; i++) {
            sheet.line(cells);
        }
        String id = reads(sheet.csv());
        sees(id).body("state", equalTo("FAILED")).body("failure", containsString("50000"));
    }

    @Test
    void whatIsNoTableIsToldInWords() {
        for (byte[] file :
                new byte[][] {
                    "\"".concat("x".repeat(300_000)).getBytes(StandardCharsets.UTF_8),
                    "a,".repeat(300).getBytes(StandardCharsets.UTF_8),
                    "线索编号\n1".getBytes(StandardCharsets.UTF_8),
                    new byte[] {0, 1, 2},
                    {'P', 'K', 3, 4, 0, 0}
                }) {
            sees(reads(file)).body("state", equalTo("FAILED")).body("failure", containsString("。"));
        }
    }

    @Test
    void aWorkbookThatIsTooWideIsNotRead() {
        FindingSheet sheet = sheet();
        String[] wide = new String[1_100];
        Arrays.fill(wide, "x");
        sees(reads(sheet.line(wide).xlsx()))
                .body("state", equalTo("FAILED"))
                .body("failure", containsString("列"));
    }

    @Test
    void noFindingComesInUnderAnInstructionThatTakesNone() {
        byte[] file = sheetOf(1).csv();
        send(OTHER, file).statusCode(404);
        send(HUANGPU, file).statusCode(404);
        String id = reads(file);
        JINGWEI.step("/v1/lead-imports/" + id, "commit", null).statusCode(202);
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "专项结束"))
                .statusCode(200);
        runner.workOff();
        sees(id).body("state", equalTo("FAILED")).body("figures.entered", equalTo(0));
        send(JINGWEI, file).statusCode(409);
    }

    @Test
    void nothingIsOverWhileConfirmedFindingsWaitToBeEntered() {
        String id = reads(sheetOf(2).csv());
        commits(id);
        String path = "/v1/instructions/" + instruction;
        JINGWEI.step(path, "completion", Map.of())
                .statusCode(409)
                .body("code", equalTo("findings-underway"));
        Today.is(TODAY.plusDays(30));
        completion.closeWhatIsOver().await().atMost(Duration.ofMinutes(2));
        CITY.get(path).body("state", equalTo("ISSUED"));
        runner.workOff();
        figures(sees(id).body("state", equalTo("COMMITTED")), 2, 0, 0, 2, 0);
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
    }

    /** A file that came before the end is read after it. */
    @ParameterizedTest
    @EnumSource
    void whatWasTakenBeforeIsShownAsARepetitionAfter(Ending ending) {
        String first = CITY.issues(TODAY.plusDays(15), "monitor-jingwei");
        JINGWEI.acknowledges(first);
        JINGWEI.submits(first, finding(0));
        JINGWEI.submits(first, finding(1));
        String known = send(JINGWEI, sheetOf(2).csv()).statusCode(202).extract().path("id");
        String more = send(JINGWEI, sheetOf(3).csv()).statusCode(202).extract().path("id");
        ending.of(instruction);
        runner.workOff();
        figures(sees(known).body("state", equalTo("PREVIEWED")), 2, 0, 0, 0, 2);
        sees(more).body("state", equalTo("FAILED"));
        commits(known);
        runner.workOff();
        figures(sees(known).body("state", equalTo("COMMITTED")), 2, 0, 0, 0, 2);
        assertThat(leads()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETION", "CLOSING"})
    void aFileComesInOnceMoreAfter(Ending ending) {
        JINGWEI.submits(instruction, finding(0));
        ending.of(instruction);
        figures(sees(reads(sheetOf(1).csv())).body("state", equalTo("PREVIEWED")), 1, 0, 0, 0, 1);
        send(OTHER, sheetOf(1).csv()).statusCode(404);
    }

    @Test
    void nobodyElseSeesOrTouchesAnImport() {
        String path = "/v1/lead-imports/" + reads(sheetOf(1).csv());
        for (Desk foreigner : new Desk[] {OTHER, HUANGPU}) {
            for (String look : new String[] {"", "/rows", "/errors"}) {
                foreigner.get(path + look).statusCode(404);
            }
            foreigner.post(path + "/commit", null, "If-Match", "\"1\"").statusCode(404);
            foreigner.post(path + "/cancellation", null, "If-Match", "\"1\"").statusCode(404);
        }
        JINGWEI.get(path + "/rows?state=good").body("items.rowNo", hasItems(2));
        JINGWEI.get(path + "/rows?state=odd").statusCode(400);
    }

    @Test
    void theSameKeyTakesAFileOnce() {
        byte[] file = sheetOf(1).csv();
        String first = sendWithKey(file, "key-" + number);
        assertThat(sendWithKey(file, "key-" + number)).isEqualTo(first);
        runner.workOff();
    }

    private String sendWithKey(byte[] file, String key) {
        return RestAssured.given()
                .header("Authorization", JINGWEI.who().bearer())
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post("/v1/instructions/" + instruction + "/lead-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
