package io.mingjian.registry.imports;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Lost;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportDoorTest extends ServiceTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final TestCaller JINGAN =
            TestCaller.district("jingan", "310106", INTAKE).named("jingan.intake");

    @Inject ImportWork imports;

    @Inject Work work;

    @Nested
    class Files {
        @Test
        void ofTextAreReadShownConfirmedAndEntered() {
            Sheet sheet =
                    Sheet.of(7)
                            .row()
                            .with(FilingColumn.PHONE, "1")
                            .row()
                            .with(FilingColumn.KIND, "表扬");
            String id = sent(sheet.csv());
            shown(id)
                    .body("figures.rows", equalTo(9))
                    .body("figures.good", equalTo(7))
                    .body("figures.bad", equalTo(2))
                    .body("firstErrors[0].rowNo", equalTo(9))
                    .body("firstErrors[0].errors[0].column", equalTo("联系电话"))
                    .body("firstErrors[1].errors[0].detail", containsString("投诉、"))
                    .body("openSteps", hasSize(2));
            step(JINGAN, "/v1/imports/" + id, "commit", "").statusCode(202);
            done(id).body("figures.good", equalTo(0))
                    .body("figures.bad", equalTo(2))
                    .body("figures.registered", equalTo(7));
            assertThat(entered(sheet)).isEqualTo(7);
            as(CITY_AUDITOR)
                    .get("/v1/audit/entries?objectId=" + id)
                    .then()
                    .body("link.action", hasItem("import.commit"))
                    .body("link.action", hasItem("import.finish"));
        }

        @Test
        void inGb18030AreUnderstood() {
            String id = sent(Sheet.of(2).with(FilingColumn.NAME, "㐂喆").csv(GB18030));
            shown(id).body("figures.good", equalTo(2)).body("figures.bad", equalTo(0));
        }

        @Test
        void inNeitherEncodingAreRefused() {
            byte[] broken = Sheet.of(1).csv();
            broken[broken.length - 3] = (byte) 0xff;
            failed(sent(broken)).body("failure", containsString("GB18030"));
        }

        @Test
        void ofWorkbooksKeepZerosAndDays() throws IOException {
            Sheet sheet = Sheet.of(3);
            byte[] file =
                    sheet.xlsx(
                            made -> {
                                made.value(
                                        1,
                                        FilingColumn.DISPUTE_DAY.ordinal(),
                                        java.time.LocalDate.of(2026, 11, 2));
                                made.style(1, FilingColumn.DISPUTE_DAY.ordinal())
                                        .format("yyyy-mm-dd")
                                        .set();
                                made.value(1, FilingColumn.AMOUNT.ordinal(), 12.5);
                                made.value(2, FilingColumn.PHONE.ordinal(), "021-62345678");
                                made.value(3, FilingColumn.PHONE.ordinal(), 13900001234L);
                            });
            String id = sent(file);
            shown(id).body("figures.good", equalTo(3));
            step(JINGAN, "/v1/imports/" + id, "commit", "").statusCode(202);
            done(id).body("figures.registered", equalTo(3));
            assertThat(
                            texts(
                                    "select content -> 'facts' ->> 'time' || ' ' || (content -> 'facts' ->> 'amount')"
                                            + " from complaint where external_no = '"
                                            + sheet.of(FilingColumn.EXTERNAL_NO).get(0)
                                            + "'"))
                    .containsExactly("[2026, 11, 2] 12.5");
        }

        @Test
        void withFormulasAreNeverEvaluated() throws IOException {
            byte[] file =
                    Sheet.of(2)
                            .xlsx(
                                    made ->
                                            made.formula(
                                                    1,
                                                    FilingColumn.NAME.ordinal(),
                                                    "HYPERLINK(\"x\")"));
            shown(sent(file))
                    .body("figures.good", equalTo(1))
                    .body("firstErrors[0].errors[0].code", equalTo("formula"))
                    .body("firstErrors[0].errors[0].column", equalTo("姓名"));
        }

        @Test
        void withTheSameNumberTwiceNameTheOther() {
            Sheet sheet = Sheet.of(1);
            String number = sheet.of(FilingColumn.EXTERNAL_NO).get(0);
            sheet.row().with(FilingColumn.EXTERNAL_NO, number);
            shown(sent(sheet.csv()))
                    .body("figures.good", equalTo(1))
                    .body("firstErrors[0].rowNo", equalTo(3))
                    .body("firstErrors[0].errors[0].detail", containsString("第2行"));
        }

        @Test
        void withANumberThatWasEnteredBeforeNameThatFiling() {
            String number = "K" + UUID.randomUUID();
            file(JINGAN, Filing.aComplaint().channel("HOTLINE", number)).statusCode(201);
            shown(sent(Sheet.of(1).with(FilingColumn.EXTERNAL_NO, number).csv()))
                    .body("firstErrors[0].errors[0].code", equalTo("registered-before"))
                    .body("firstErrors[0].errors[0].detail", containsString("沪静市监投"));
        }

        @Test
        void withUnknownOrMissingColumnsNameThem() {
            byte[] file = "提交类型,接收渠道,颜色\r\n投诉,现场窗口,红".getBytes(StandardCharsets.UTF_8);
            failed(sent(file))
                    .body("failure", containsString("无法识别的列：颜色"))
                    .body("failure", containsString("缺少的列：经营者名称"));
        }

        @Test
        void thatAreEmptyBrokenOrOldAreRefusedWithTheReason() throws IOException {
            failed(sent(" \r\n ".getBytes(StandardCharsets.UTF_8)))
                    .body("failure", containsString("空"));
            failed(sent(Sheet.of(0).csv())).body("failure", containsString("没有内容"));
            failed(sent("提交类型,\"接收\r\n".getBytes(StandardCharsets.UTF_8)))
                    .body("failure", containsString("引号"));
            byte[] old = new byte[600];
            old[0] = (byte) 0xd0;
            old[1] = (byte) 0xcf;
            failed(sent(old)).body("failure", containsString(".xls"));
            byte[] cut = java.util.Arrays.copyOf(Sheet.of(5).xlsx(), 900);
            failed(sent(cut)).body("failure", containsString("损坏"));
            failed(sent(zip("evil.txt", new byte[10]))).body("failure", containsString("不是 .xlsx"));
        }

        @Test
        void thatOnlyLookSmallAreNotUnpacked() throws IOException {
            byte[] bomb = zip("[Content_Types].xml", new byte[1 << 20], 401);
            assertThat(bomb.length).isLessThan(1 << 20);
            failed(sent(bomb)).body("failure", containsString("解压后过大"));
        }

        /**
         * Who reads a sheet keeps a place for each column up to the last: 321 million of them here.
         */
        @Test
        void thatNameACellFarToTheRightAreNotRead() throws IOException {
            byte[] wide = rewritten(Sheet.of(2).xlsx(), "r=\"B2\"", "r=\"AAAAAAA2\"");
            failed(sent(wide)).body("failure", containsString("列，不予读取"));
        }

        /** The same workbook with something else in its sheet. */
        private byte[] rewritten(byte[] workbook, String from, String to) throws IOException {
            Path file =
                    java.nio.file.Files.write(
                            java.nio.file.Files.createTempFile("rewritten", ".xlsx"), workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipFile in = new ZipFile(file.toFile());
                    ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    String text =
                            new String(
                                    in.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8);
                    boolean sheet = entry.getName().startsWith("xl/worksheets/");
                    if (sheet) {
                        assertThat(text).contains(from);
                    }
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(
                            (sheet ? text.replaceFirst(from, to) : text)
                                    .getBytes(StandardCharsets.UTF_8));
                }
            } finally {
                java.nio.file.Files.delete(file);
            }
            return bytes.toByteArray();
        }

        @Test
        void thatDeclareEntitiesAreNotRead() throws IOException {
            byte[] xxe =
                    zip(
                            "[Content_Types].xml",
                            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"
                                    .getBytes(StandardCharsets.UTF_8));
            failed(sent(xxe)).body("failure", containsString("文档类型声明"));
        }

        @Test
        void thatAreTooLargeOrNoFilesAreTurnedAwayAtOnce() throws Exception {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://localhost:"
                                                                    + RestAssured.port
                                                                    + "/v1/imports"))
                                            .header("Authorization", JINGAN.bearer())
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofByteArray(
                                                            new byte[(50 << 20) + 1]))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("50 MB");
            send(JINGAN, null, new byte[0]).statusCode(422);
            as(JINGAN).body("{}").post("/v1/imports").then().statusCode(415);
        }

        private byte[] zip(String name, byte[] content) throws IOException {
            return zip(name, content, 1);
        }

        private byte[] zip(String name, byte[] content, int times) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < times; i++) {
                    zip.write(content);
                }
                zip.closeEntry();
            }
            return out.toByteArray();
        }
    }

    @Nested
    class FaultyRows {
        @Test
        void comeBackWithTheirErrorsAndCanBeMendedAndSentAgain() {
            Sheet sheet =
                    Sheet.of(1)
                            .row()
                            .with(FilingColumn.PHONE, "1")
                            .with(FilingColumn.DISPUTE, "=cmd|'/c calc'!A0");
            String id = sent(sheet.csv());
            shown(id).body("figures.bad", equalTo(1));
            String back =
                    as(JINGAN)
                            .get("/v1/imports/" + id + "/errors")
                            .then()
                            .statusCode(200)
                            .header("Content-Type", containsString("text/csv"))
                            .extract()
                            .asString();
            assertThat(back)
                    .startsWith("\uFEFF提交类型,")
                    .contains("'=cmd|")
                    .contains("联系电话：")
                    .doesNotContain(sheet.of(FilingColumn.EXTERNAL_NO).get(0));
            String mended = back.replace(",1,", ",13900004321,");
            String again = sent(mended.getBytes(StandardCharsets.UTF_8));
            shown(again).body("figures.good", equalTo(1)).body("figures.bad", equalTo(0));
            step(JINGAN, "/v1/imports/" + again, "commit", "").statusCode(202);
            done(again).body("figures.registered", equalTo(1));
            assertThat(
                            texts(
                                    "select content -> 'facts' ->> 'content' from complaint where external_no = '"
                                            + sheet.of(FilingColumn.EXTERNAL_NO).get(1)
                                            + "'"))
                    .containsExactly("=cmd|'/c calc'!A0");
        }

        @Test
        void comeBackAsAWorkbookToo() throws IOException {
            String id = sent(Sheet.of(1).with(FilingColumn.PHONE, "1").xlsx());
            shown(id).body("figures.bad", equalTo(1));
            byte[] back =
                    as(JINGAN)
                            .get("/v1/imports/" + id + "/errors?format=xlsx")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            shown(sent(back)).body("figures.bad", equalTo(1)).body("figures.rows", equalTo(1));
        }

        @Test
        void areShownInPages() {
            Sheet sheet = new Sheet();
            for (int i = 0; i < 5; i++) {
                sheet.row().with(FilingColumn.PHONE, "1");
            }
            String id = sent(sheet.csv());
            shown(id);
            String cursor =
                    as(JINGAN)
                            .get("/v1/imports/" + id + "/rows?state=bad&limit=3")
                            .then()
                            .body("items", hasSize(3))
                            .extract()
                            .path("nextCursor");
            as(JINGAN)
                    .get("/v1/imports/" + id + "/rows?state=bad&limit=3&cursor=" + cursor)
                    .then()
                    .body("items.rowNo", equalTo(List.of(5, 6)))
                    .body("nextCursor", nullValue());
            as(JINGAN).get("/v1/imports/" + id + "/rows?state=odd").then().statusCode(400);
        }
    }

    @Nested
    class Entering {
        @Test
        void goesOnAfterADeathAndEntersNothingTwice() {
            Sheet sheet = Sheet.of(9);
            String id = sent(sheet.csv());
            shown(id);
            UUID dead = UUID.randomUUID();
            update(
                    ("update import_job set state = 'COMMITTING', version = version + 1, worker = '%s',"
                                    + " worker_until = now() + interval '1 year' where id = '%s'")
                            .formatted(dead, id));
            ImportJob job =
                    work.session(() -> imports.imports().require(Caller.machine("registry"), id));
            assertThat(next(job, dead, 4)).isEqualTo(4);
            assertThat(entered(sheet)).isEqualTo(4);
            update("update import_job set worker_until = '2020-01-01' where id = '" + id + "'");
            done(id).body("figures.registered", equalTo(9));
            assertThat(entered(sheet)).isEqualTo(9);
            Throwable late = catchThrowable(() -> next(job, dead, 4));
            assertThat(late).isInstanceOf(Lost.class);
        }

        @Test
        void leavesOutWhatATransactionThatWasGivenUpHasEntered() throws SQLException {
            Sheet sheet = Sheet.of(4);
            String id = sent(sheet.csv());
            shown(id);
            UUID worker = UUID.randomUUID();
            update(
                    ("update import_job set state = 'COMMITTING', version = version + 1, worker = '%s',"
                                    + " worker_until = now() + interval '1 year' where id = '%s'")
                            .formatted(worker, id));
            ImportJob job =
                    work.session(() -> imports.imports().require(Caller.machine("registry"), id));
            List<CompletableFuture<Integer>> both;
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select 1 from import_job where id = '" + id + "' for update");
                both =
                        Stream.generate(
                                        () ->
                                                CompletableFuture.supplyAsync(
                                                        () -> next(job, worker, 4)))
                                .limit(2)
                                .toList();
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        count(
                                                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                                + " and query like 'update import_job set worker_until%'")
                                                == 2);
                connection.rollback();
            }
            both.forEach(CompletableFuture::join);
            assertThat(entered(sheet)).isEqualTo(4);
            assertThat(
                            count(
                                    "select count(*) from import_row where state = 'REGISTERED' and import_id = '"
                                            + id
                                            + "'"))
                    .isEqualTo(4);
        }

        @Test
        void isGivenUpAfterSomeAttemptsAndGoesOnWhenItIsConfirmedAgain() {
            Sheet sheet = Sheet.of(2);
            String id = sent(sheet.csv());
            shown(id);
            update(
                    "update import_job set state = 'COMMITTING', version = version + 1, attempts = 5 where id = '"
                            + id
                            + "'");
            failed(id)
                    .body("stateName", equalTo("失败"))
                    .body("failure", containsString("连续5次未能继续登记"))
                    .body("openSteps", equalTo(List.of("COMMIT")));
            assertThat(entered(sheet)).isZero();
            step(JINGAN, "/v1/imports/" + id, "commit", "").statusCode(202);
            done(id).body("figures.registered", equalTo(2)).body("failure", nullValue());
            assertThat(entered(sheet)).isEqualTo(2);
        }

        @Test
        void leavesNothingReadableOfWhatIsEntered() {
            String id = sent(Sheet.of(2).csv());
            shown(id);
            assertThat(count("select count(*) from import_piece where import_id = '" + id + "'"))
                    .isZero();
            step(JINGAN, "/v1/imports/" + id, "commit", "").statusCode(202);
            done(id);
            assertThat(
                            count(
                                    "select count(*) from import_row where sealed is not null and import_id = '"
                                            + id
                                            + "'"))
                    .isZero();
        }

        @Test
        void sealsWhatWaits() {
            Sheet sheet = Sheet.of(1);
            String id = sent(sheet.csv());
            shown(id);
            String phone = sheet.of(FilingColumn.PHONE).get(0);
            assertThat(
                            count(
                                    "select count(*) from import_row where import_id = '%s' and position(convert_to('%s', 'UTF8') in sealed) > 0"
                                            .formatted(id, phone)))
                    .isZero();
        }

        @Test
        void isDoneInTheNameOfWhoConfirmed() {
            Sheet sheet = Sheet.of(1);
            String id = sent(sheet.csv());
            shown(id);
            step(JINGAN.named("jingan.second"), "/v1/imports/" + id, "commit", "").statusCode(202);
            done(id);
            assertThat(
                            texts(
                                    "select entered_by from submission where external_no = '"
                                            + sheet.of(FilingColumn.EXTERNAL_NO).get(0)
                                            + "'"))
                    .containsExactly("sub-jingan.second");
        }
    }

    @Nested
    class Decisions {
        @Test
        void needTheVersionThatWasRead() {
            String id = sent(Sheet.of(1).csv());
            shown(id);
            as(JINGAN).post("/v1/imports/" + id + "/commit").then().statusCode(428);
            as(JINGAN)
                    .header("If-Match", "\"99\"")
                    .post("/v1/imports/" + id + "/commit")
                    .then()
                    .statusCode(412);
        }

        @Test
        void thatAreNotOpenNameThoseThatAre() {
            String id = sent(Sheet.of(1).csv());
            shown(id);
            step(JINGAN, "/v1/imports/" + id, "cancellation", "")
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"));
            step(JINGAN, "/v1/imports/" + id, "commit", "")
                    .statusCode(409)
                    .body("state", equalTo("CANCELLED"))
                    .body("openSteps", hasSize(0));
        }

        @Test
        void areForThoseWhoEnterFilings() {
            String id = sent(Sheet.of(1).csv());
            shown(id);
            as(HUANGPU).get("/v1/imports/" + id).then().statusCode(403);
            RestAssured.given().get("/v1/imports/" + id).then().statusCode(401);
        }

        @Test
        void ofOthersAreUnknown() {
            String id = sent(Sheet.of(1).with(FilingColumn.PHONE, "1").csv());
            shown(id);
            for (TestCaller other : List.of(HUANGPU_INTAKE, CITY_INTAKE, PLATFORM)) {
                as(other).get("/v1/imports/" + id).then().statusCode(404);
                as(other).get("/v1/imports/" + id + "/rows").then().statusCode(404);
                as(other).get("/v1/imports/" + id + "/errors").then().statusCode(404);
                as(other)
                        .header("If-Match", "\"1\"")
                        .post("/v1/imports/" + id + "/commit")
                        .then()
                        .statusCode(404);
            }
            as(JINGAN).get("/v1/imports/none").then().statusCode(404);
        }

        @Test
        void repeatedWithOneKeyMakeOneImport() {
            byte[] file = Sheet.of(1).csv();
            String key = UUID.randomUUID().toString();
            String first = send(JINGAN, key, file).statusCode(202).extract().path("id");
            String second = send(JINGAN, key, file).statusCode(202).extract().path("id");
            assertThat(second).isEqualTo(first);
            send(JINGAN, key, Sheet.of(1).csv()).statusCode(422);
        }
    }

    @Test
    void theTemplateIsReadableAsItIs() {
        for (String format : List.of("csv", "xlsx")) {
            Response template = as(JINGAN).get("/v1/imports/template?format=" + format);
            assertThat(template.statusCode()).isEqualTo(200);
            String id = sent(template.asByteArray());
            shown(id).body("figures.rows", equalTo(1));
        }
        as(JINGAN).get("/v1/imports/template?format=pdf").then().statusCode(400);
    }

    private static String sent(byte[] file) {
        return send(JINGAN, null, file).statusCode(202).extract().path("id");
    }

    private static ValidatableResponse send(TestCaller caller, String key, byte[] file) {
        RequestSpecification request =
                RestAssured.given()
                        .header("Authorization", caller.bearer())
                        .contentType("application/octet-stream")
                        .body(file);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/imports?fileName=一月.csv")
                .then();
    }

    private static ValidatableResponse shown(String id) {
        return when(id, "PREVIEW");
    }

    private static ValidatableResponse failed(String id) {
        return when(id, "FAILED");
    }

    private static ValidatableResponse done(String id) {
        return when(id, "DONE");
    }

    private static ValidatableResponse when(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                as(JINGAN)
                                                        .get("/v1/imports/" + id)
                                                        .<String>path("state"))
                                        .isEqualTo(state));
        return as(JINGAN).get("/v1/imports/" + id).then().statusCode(200);
    }

    private int next(ImportJob job, UUID worker, int most) {
        return imports.imports().entry().next(job, imports.rows(job.kind()), worker, most);
    }

    private long entered(Sheet sheet) {
        return count(
                "select count(*) from complaint where external_no in ("
                        + Stream.of(sheet.of(FilingColumn.EXTERNAL_NO))
                                .flatMap(List::stream)
                                .map(number -> "'" + number + "'")
                                .collect(java.util.stream.Collectors.joining(","))
                        + ")");
    }

    private void update(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
