package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.FilingSheet;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Kind;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.picture.BadFiles;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files of filings that are wrong in whole or in part: what is good can still be entered, what is
 * not comes back with the reason, and nothing that was there before changes.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadImportTest {
    private static final String IMPORTS = "/api/registry/v1/imports";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LIMIT = 50 * 1024 * 1024;

    /** Not much more, because a client that reads no answer before all is sent has 5 s for it. */
    private static final int TOO_MUCH = 60 * 1024 * 1024;

    private static final int MOST_UNPACKED = 200 * 1024 * 1024;

    private IntakeOfficer intake;
    private Actors actors;
    private Stored stored;
    private Refusals refusals;

    @BeforeAll
    void theStackRuns(Addresses addresses, Actors cast) {
        actors = cast;
        intake = cast.huangpuIntake();
        stored = new Stored(addresses);
        refusals = new Refusals(addresses);
    }

    @Nested
    class AtTheDoor {
        /** Nothing of it is read: its length is told beforehand. */
        @Test
        void sixtyMegabytesAreRefusedByWhatTheyDeclare() {
            isTooLarge(
                    BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(() -> BadFiles.endless(TOO_MUCH)),
                            TOO_MUCH));
        }

        /** Counted while they flow, and broken off. */
        @Test
        void sixtyMegabytesAreRefusedThoughTheyDeclareNothing() {
            isTooLarge(BodyPublishers.ofInputStream(() -> BadFiles.endless(TOO_MUCH)));
        }

        @Test
        void anEmptyFileIsRefused() {
            Answer answer =
                    refusals.refused(() -> intake.tryToSendFile(new byte[0]), 422, "invalid");
            assertThat(answer.each("/errors", "code")).containsExactly("empty");
        }

        @Test
        void aFormInPlaceOfAFileIsRefused() {
            refusals.refused(
                    () -> intake.door().post(IMPORTS, Map.of("file", "x")),
                    415,
                    "unsupported-media");
        }

        private void isTooLarge(BodyPublisher body) {
            Answer answer =
                    refusals.refused(
                            () ->
                                    intake.door()
                                            .upload(
                                                    IMPORTS,
                                                    body,
                                                    "application/octet-stream",
                                                    Map.of()),
                            413,
                            "too-large");
            assertThat(answer.at("/limit").asLong()).isEqualTo(LIMIT);
        }
    }

    @Nested
    class Unreadable {
        @Test
        void isAWorkbookThatUnpacksToHundredsOfMegabytes() {
            byte[] bomb = BadFiles.workbookOf(2 * MOST_UNPACKED + 1);
            assertThat(bomb.length).as("as it is sent").isLessThan(1 << 20);
            fails(bomb, "解压后过大");
        }

        @Test
        void isAPictureThatIsCalledAWorkbook() {
            fails(World.picture().bytes(), "也不是 .xlsx 工作簿");
        }

        @Test
        void isAWorkbookThatWasCutOff() {
            byte[] whole = aSheet(5).xlsx();
            fails(Arrays.copyOf(whole, whole.length / 2), "工作簿已损坏");
        }

        @Test
        void isAnArchiveThatIsNoWorkbook() {
            fails(BadFiles.archiveOf("evil.txt", 10), "不是 .xlsx 工作簿");
        }

        @Test
        void isATableWithoutTheHeadingsOfTheTemplate() {
            fails("颜色,大小\r\n红,大".getBytes(StandardCharsets.UTF_8), "无法识别的列：颜色、大小");
        }

        /** It says so in Chinese, enters nothing, and what failed cannot be confirmed. */
        private void fails(byte[] file, String why) {
            long before = filings();
            String id = intake.tryToSendFile(file).require(202).textAt("/id");
            Answer failed = intake.awaitsImport(id, "FAILED");
            assertThat(failed.textAt("/failure")).contains(why);
            Answer refused =
                    refusals.refused(
                            () -> intake.door().step(IMPORTS + "/" + id, "commit", null),
                            409,
                            "step-not-allowed");
            assertThat(refused.at("/openSteps")).isEmpty();
            assertThat(filings()).isEqualTo(before);
        }
    }

    @Nested
    class Rows {
        @Test
        void withFormulasAreNotEvaluatedAndTheOthersEnter() {
            FilingSheet sheet = aSheet(2).with(FilingSheet.NAME, "=HYPERLINK(\"http://x\",\"王\")");
            String id = intake.sendsFile(sheet.xlsx());
            isFault(intake.seesImport(id), 0, 3, FilingSheet.NAME, "formula");
            entersOnly(id, sheet.numbers().subList(0, 1));
        }

        @Test
        void ofOneNumberEnterOnce() {
            FilingSheet sheet = aSheet(2);
            sheet.row(Person.numbered("李四", seed()), sheet.numbers().get(0));
            String id = intake.sendsFile(sheet.csv(StandardCharsets.UTF_8));
            Answer shown = intake.seesImport(id);
            isFault(shown, 0, 4, FilingSheet.NUMBER, "twice-in-file");
            assertThat(shown.textAt("/firstErrors/0/errors/0/detail")).contains("第2行");
            entersOnly(id, sheet.numbers().subList(0, 2));
        }

        @Test
        void thatWereEnteredBeforeNameThatFilingAndLeaveItAsItIs() {
            String number = "BAD-" + seed();
            Answer before =
                    intake.registers(
                            Filing.aComplaint(Person.numbered("张三", seed()), number)
                                    .about("先登记的内容"));
            String complaint = before.textAt("/filings/0/id");
            String tag = actors.huangpu().sees(Kind.COMPLAINT, complaint).etag();
            FilingSheet sheet = aSheet(1).row(Person.numbered("李四", seed()), number);
            String id = intake.sendsFile(sheet.xlsx());
            Answer shown = intake.seesImport(id);
            isFault(shown, 0, 3, FilingSheet.NUMBER, "registered-before");
            assertThat(shown.textAt("/firstErrors/0/errors/0/detail"))
                    .contains(before.textAt("/filings/0/registrationNo"));
            entersOnly(id, sheet.numbers().subList(0, 1));
            Answer after = actors.huangpu().sees(Kind.COMPLAINT, complaint);
            assertThat(after.etag()).isEqualTo(tag);
            assertThat(after.textAt("/disputeFacts/content")).isEqualTo("先登记的内容");
        }

        /** Two officers send the same file: what the first one entered is not entered again. */
        @Test
        void thatAnotherFileEntersMeanwhileEnterOnce() {
            FilingSheet sheet = aSheet(3);
            byte[] file = sheet.csv(StandardCharsets.UTF_8);
            String first = intake.sendsFile(file);
            String second = intake.sendsFile(file);
            entersOnly(first, sheet.numbers());
            intake.confirmsImport(second);
            Answer done = intake.awaitsImport(second, "DONE");
            assertThat(done.at("/figures/registered").asInt()).isZero();
            assertThat(done.at("/figures/bad").asInt()).isEqualTo(3);
            isFault(done, 0, 2, FilingSheet.NUMBER, "registered-before");
            enteredOnce(sheet.numbers());
        }

        @Test
        void withWrongCheckDigitsComeBackAsAFile() {
            FilingSheet sheet = aSheet(2).with(FilingSheet.ID_NUMBER, "310101199003078881");
            String id = intake.sendsFile(sheet.csv(StandardCharsets.UTF_8));
            isFault(
                    intake.seesImport(id),
                    0,
                    3,
                    FilingSheet.ID_NUMBER,
                    "id-number-wrong-check-digit");
            assertThat(intake.door().get(IMPORTS + "/" + id + "/errors").require(200).text())
                    .contains(sheet.numbers().get(1), FilingSheet.ID_NUMBER + "：")
                    .doesNotContain(sheet.numbers().get(0));
            entersOnly(id, sheet.numbers().subList(0, 1));
        }

        /** Excel in China writes it, with characters that GBK does not have. */
        @Test
        void inGb18030AreUnderstood() {
            FilingSheet sheet = aSheet(2).with(FilingSheet.NAME, "㐂喆");
            String id = intake.sendsFile(sheet.csv(GB18030));
            assertThat(intake.seesImport(id).at("/figures/bad").asInt()).isZero();
            entersOnly(id, sheet.numbers());
            assertThat(
                            stored.column(
                                    Service.REGISTRY,
                                    "select content -> 'facts' ->> 'content' from complaint"
                                            + " where external_no = ?",
                                    sheet.numbers().get(1)))
                    .containsExactly("收到的马克杯杯身有裂纹");
        }

        private void isFault(Answer shown, int at, int rowNo, String column, String code) {
            String row = "/firstErrors/" + at;
            assertThat(shown.at(row + "/rowNo").asInt()).as(shown.text()).isEqualTo(rowNo);
            assertThat(shown.each(row + "/errors", "column")).containsExactly(column);
            assertThat(shown.each(row + "/errors", "code")).containsExactly(code);
            shown.each(row + "/errors", "detail").forEach(Refusals::isChinese);
        }

        private void entersOnly(String id, List<String> numbers) {
            long before = filings();
            intake.confirmsImport(id);
            Answer done = intake.awaitsImport(id, "DONE");
            assertThat(done.at("/figures/registered").asInt()).isEqualTo(numbers.size());
            enteredOnce(numbers);
            assertThat(filings()).isEqualTo(before + numbers.size());
        }

        private void enteredOnce(List<String> numbers) {
            numbers.forEach(
                    number ->
                            assertThat(
                                            stored.count(
                                                    Service.REGISTRY,
                                                    "select count(*) from complaint where"
                                                            + " external_no = ?",
                                                    number))
                                    .as(number)
                                    .isEqualTo(1));
        }
    }

    @Nested
    class Confirming {
        @Test
        void needsTheTagThatWasSeen() {
            String id = intake.sendsFile(aSheet(1).csv(StandardCharsets.UTF_8));
            refusals.refused(
                    () -> intake.door().post(IMPORTS + "/" + id + "/commit", null),
                    428,
                    "precondition-missing");
            refusals.refused(
                    () ->
                            intake.door()
                                    .post(
                                            IMPORTS + "/" + id + "/commit",
                                            null,
                                            Map.of("If-Match", "\"99\"")),
                    412,
                    "stale");
            assertThat(intake.seesImport(id).textAt("/state")).isEqualTo("PREVIEW");
        }

        @Test
        void isNotOpenForWhatWasCancelled() {
            String id = intake.sendsFile(aSheet(1).csv(StandardCharsets.UTF_8));
            intake.door().step(IMPORTS + "/" + id, "cancellation", null).require(200);
            Answer answer =
                    refusals.refused(
                            () -> intake.door().step(IMPORTS + "/" + id, "commit", null),
                            409,
                            "step-not-allowed");
            assertThat(answer.textAt("/state")).isEqualTo("CANCELLED");
            assertThat(answer.at("/openSteps")).isEmpty();
        }
    }

    private long filings() {
        return stored.count(
                Service.REGISTRY,
                "select (select count(*) from complaint) + (select count(*) from report)");
    }

    private static FilingSheet aSheet(int rows) {
        long seed = seed();
        return FilingSheet.of(rows, "BAD-" + seed, seed);
    }

    private static long seed() {
        return System.nanoTime();
    }
}
