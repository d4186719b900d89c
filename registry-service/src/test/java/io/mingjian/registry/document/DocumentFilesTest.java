package io.mingjian.registry.document;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.paper.PdfFont;
import io.mingjian.registry.Filing;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentFilesTest extends DocumentTest {
    private static final String ACCEPTED = "COMPLAINT_ACCEPTED";
    private static final String NAME = "司马懿光";
    private static final String ADDRESS = "上海市黄浦区人民大道200号";

    private static final String CONSENTS =
            "{\"complainantConsent\":{\"on\":\"2026-11-24\",\"how\":\"PHONE\"},"
                    + "\"respondentConsent\":{\"on\":\"2026-11-24\",\"how\":\"WRITTEN\"}}";

    @Inject PdfFont font;

    @Test
    void bothFilesSayWhatThePageShowsWithTheNameInClear() throws IOException {
        String path = notice(accepted(by(Filing.phone())), ACCEPTED, "COMPLAINANT");
        List<String> lines = lines(path);
        assertThat(lines).contains("司***：").doesNotContain(ADDRESS);
        String shown = String.join("", lines).replace("司***", NAME);
        assertThat(textOfPdf(file(HUANGPU, path, "pdf")).replace("住址：" + ADDRESS, ""))
                .isEqualTo(squeezed(shown));
        assertThat(textOfDocx(file(HUANGPU, path, "docx")).replace("住址：" + ADDRESS, ""))
                .isEqualTo(squeezed(shown));
        assertThat(textOfPdf(file(HUANGPU, path, "pdf"))).contains(NAME + "：住址：" + ADDRESS);
    }

    @Test
    void theOtherSidesCopyTellsTheNameWhereItsTextDoesAndNothingElse() throws IOException {
        String phone = Filing.phone();
        String complaint = accepted(by(phone).withId("310101199003078870"));
        String path = "/v1/complaints/" + complaint;
        step(HUANGPU, path, "mediation", CONSENTS).statusCode(200);
        String terms =
                "退款汇至%s（住%s，电话%s，身份证%s）账户".formatted(NAME, ADDRESS, phone, "310101199003078870");
        step(
                        HUANGPU,
                        path,
                        "agreement",
                        "{\"terms\":\"%s\",\"mediator\":\"李调解\",\"onSite\":true,\"performBy\":\"2026-12-01\"}"
                                .formatted(terms))
                .statusCode(200);
        for (String kind : List.of(ACCEPTED, "MEDIATION_DOCUMENT")) {
            byte[] pdf = file(HUANGPU, notice(complaint, kind, "RESPONDENT"), "pdf");
            assertThat(textOfPdf(pdf))
                    .contains("上海某某食品有限公司：", NAME)
                    .doesNotContain(phone, "310101199003078870", "人民大道");
            assertThat(textOfDocx(file(HUANGPU, notice(complaint, kind, "RESPONDENT"), "docx")))
                    .isEqualTo(textOfPdf(pdf));
        }
        assertThat(texts("select d::text from document d where filing_id = '" + complaint + "'"))
                .hasSize(4)
                .noneMatch(row -> row.contains(NAME) || row.contains(phone));
    }

    @Test
    void aNoticeIsHandedOutTheSameAndEachTimeAudited() {
        String path = notice(accepted(), ACCEPTED, "RESPONDENT");
        for (String format : List.of("pdf", "docx")) {
            byte[] first = file(HUANGPU, path, format);
            as(HUANGPU)
                    .get(path + "/file?purpose=补寄当事人&format=" + format)
                    .then()
                    .header("Document-Rendition", equalTo("SAME"));
            assertThat(file(HUANGPU, path, format)).isEqualTo(first);
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(
                        texts(
                                "select purpose from audit_entry where action = 'document.hand-out'"
                                        + " and object_id = '"
                                        + id
                                        + "' order by seq"))
                .hasSize(6)
                .contains("补寄当事人");
        as(HUANGPU)
                .get(path)
                .then()
                .body("renditions.format", equalTo(List.of("DOCX", "PDF")))
                .body("renditions.madeWith", hasItem(containsString("PDFBox")))
                .body("renditions[1].handedOutBy", equalTo("huangpu.handler"));
    }

    @Test
    void aFileOfAnotherFontStillComesAndSaysSo() {
        String path = notice(accepted(), ACCEPTED, "RESPONDENT");
        file(HUANGPU, path, "docx");
        String id = path.substring(path.lastIndexOf('/') + 1);
        update("update document_rendition set sm3 = 'other' where document_id = '" + id + "'");
        as(HUANGPU)
                .get(path + "/file?format=docx")
                .then()
                .statusCode(200)
                .header("Document-Rendition", equalTo("SAME_TEXT"));
        update("update document_rendition set text_sm3 = 'other' where document_id = '" + id + "'");
        as(HUANGPU)
                .get(path + "/file?format=docx")
                .then()
                .statusCode(200)
                .header("Document-Rendition", equalTo("OTHER_TEXT"));
    }

    @Test
    void theNameOfTheFileTellsNumberKindAndAddressee() {
        String path = notice(accepted(), ACCEPTED, "COMPLAINANT");
        String header =
                as(HUANGPU)
                        .get(path + "/file?format=docx")
                        .then()
                        .contentType(Format.WORD)
                        .extract()
                        .header("Content-Disposition");
        assertThat(header).startsWith("attachment; filename=\"complaint-accepted.docx\"");
        assertThat(
                        URLDecoder.decode(
                                header.substring(header.indexOf("''") + 2), StandardCharsets.UTF_8))
                .matches("沪黄市监投受〔2026〕\\d{6}号投诉受理通知书-投诉人\\.docx");
    }

    @Test
    void withoutAFontTheDocxStillComes() {
        String path = notice(accepted(), ACCEPTED, "COMPLAINANT");
        QuarkusMock.installMockForInstance(new PdfFont("/nowhere/none.ttc"), font);
        as(HUANGPU)
                .get(path + "/file?format=pdf")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:mingjian:problem:unavailable"))
                .body("errors[0].code", equalTo("font-missing"))
                .body("detail", containsString("DOCX"));
        file(HUANGPU, path, "docx");
    }

    @Test
    void anUnknownFormatIsRefused() {
        String path = notice(accepted(), ACCEPTED, "COMPLAINANT");
        as(HUANGPU)
                .get(path + "/file?format=odt")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/format"));
    }

    @Test
    void ofAMixedFilingTheLetterTellsNoAddress() throws IOException {
        String complaint = accepted(aMixedFiling().by(NAME, Filing.phone()));
        String own = textOfPdf(file(HUANGPU, notice(complaint, ACCEPTED, "COMPLAINANT"), "pdf"));
        assertThat(own).contains(NAME).doesNotContain("人民大道", "举报");
    }

    @Test
    void theFileIsForTheBureauThatHasTheFilingAndTheCity() {
        String path = notice(accepted(), ACCEPTED, "COMPLAINANT");
        as(PUDONG).get(path + "/file").then().statusCode(404);
        as(TestCaller.merchant("wang", "91310000132260250X", Role.HANDLER))
                .get(path + "/file")
                .then()
                .statusCode(404);
        as(PLATFORM).get(path + "/file").then().statusCode(403);
        as(TestCaller.huangpu(Role.HEAD)).get(path + "/file").then().statusCode(403);
        file(CITY_REVIEWER, path, "pdf");
    }

    private static Filing by(String phone) {
        return aComplaint().by(NAME, phone).withFiler("address", ADDRESS);
    }

    static String textOfPdf(byte[] content) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return squeezed(new PDFTextStripper().getText(pdf)).replaceAll("第\\d页共\\d页", "");
        }
    }

    static String textOfDocx(byte[] content) throws IOException {
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(content))) {
            StringBuilder text = new StringBuilder();
            docx.getParagraphs().forEach(each -> text.append(each.getText()));
            return squeezed(text.toString());
        }
    }

    /** Without spaces and line ends, which the file sets as it pleases. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s　]", "");
    }
}
