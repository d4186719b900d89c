package io.mingjian.registry.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final LocalDate BEFORE = LocalDate.of(2026, 12, 31);
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    private static final String SECOND =
            """

            - kind: COMPLAINT_NOT_ACCEPTED
              addressees: [COMPLAINANT]
              version: 2
              validFrom: 2027-01-01
              title: 投诉不予受理告知书（新）
              series: 投不受
              article: 某条
              paragraphs:
                - {text: "理由：%s"}
            """;

    @Test
    void aNewVersionTakesOverOnItsFirstDayAndTheOldOneStays() throws IOException {
        Templates both = Templates.parse(shipped() + SECOND.formatted("{reasons}"));
        assertThat(inForce(both, BEFORE).version()).isEqualTo(1);
        assertThat(inForce(both, FROM).version()).isEqualTo(2);
        assertThat(inForce(both, FROM).filled(Map.of("reasons", "材料不全")))
                .containsExactly("理由：材料不全");
        assertThat(both.version(NoticeKind.COMPLAINT_NOT_ACCEPTED, Addressee.COMPLAINANT, 1))
                .isEqualTo(inForce(Templates.shipped(), BEFORE));
    }

    @Test
    void aPlaceThatAnOrderNeedNotFillStopsTheStart() throws IOException {
        String yaml = shipped();
        assertThatThrownBy(() -> Templates.parse(yaml + SECOND.formatted("{factors}")))
                .hasMessageContaining("leaves {factors} open");
        assertThatThrownBy(() -> Templates.parse(yaml + SECOND.formatted("{phone}")))
                .hasMessageContaining("leaves {phone} open");
    }

    @Test
    void aVersionTwiceOrAKindWithoutTextStopsTheStart() throws IOException {
        String yaml = shipped();
        assertThatThrownBy(
                        () ->
                                Templates.parse(
                                        yaml
                                                + SECOND.formatted("{reasons}")
                                                        .replace("version: 2", "version: 1")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Templates.parse("[]"))
                .hasMessageContaining("REPORT_RESULT has no text for REPORTER");
    }

    @Test
    void aReportsTextNeverSpeaksToTheOtherSide() throws IOException {
        String yaml = shipped().replace("addressees: [REPORTER]", "addressees: [RESPONDENT]");
        assertThatThrownBy(() -> Templates.parse(yaml))
                .hasMessageContaining("REPORT_RESULT may not speak to RESPONDENT");
    }

    @Test
    void theFingerprintShowsAChangedWord() throws IOException {
        Template now = inForce(Templates.shipped(), BEFORE);
        Template changed =
                inForce(Templates.parse(shipped().replace("经审查，该投诉属于", "该投诉属于")), BEFORE);
        assertThat(Templates.sm3(now)).isEqualTo(Templates.sm3(inForce(Templates.shipped(), FROM)));
        assertThat(Templates.sm3(changed)).isNotEqualTo(Templates.sm3(now));
    }

    private static Template inForce(Templates templates, LocalDate day) {
        return templates.inForceOn(NoticeKind.COMPLAINT_NOT_ACCEPTED, Addressee.COMPLAINANT, day);
    }

    private static String shipped() throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/notices.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
