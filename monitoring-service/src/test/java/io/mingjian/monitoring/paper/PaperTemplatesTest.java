package io.mingjian.monitoring.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the papers are data: whoever changes them learns at the start what is wrong. */
class PaperTemplatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void everyKindHasATextInForceThatItsFactsFill() {
        for (PaperKind kind : PaperKind.values()) {
            PaperTemplate template = PaperTemplates.SHIPPED.inForceOn(kind, DAY);
            Map<String, String> facts =
                    Stream.concat(
                                    kind.required().stream(),
                                    Stream.of("paperNo", "edition", "issuedOn"))
                            .collect(Collectors.toMap(fact -> fact, fact -> "〔" + fact + "〕"));
            assertThat(template.title()).isEqualTo(kind.zh());
            assertThat(template.paragraphs(facts)).isNotEmpty();
            assertThat(template.rows(facts)).noneMatch(row -> row.value().contains("{"));
            assertThat(template.remarks(facts)).noneMatch(line -> line.contains("{"));
        }
    }

    /** Papers that were ordered with an earlier text are printed with it still. */
    @Test
    void theEarlierFeedbackFormsStayAsTheyWere() {
        assertThat(PaperTemplates.sm3(feedbackForm(1)))
                .isEqualTo("d48bd8f52043693623aff01ba80bc0821627fec4bdf5330de2c154cc4dce56cd");
        assertThat(PaperTemplates.sm3(feedbackForm(2)))
                .isEqualTo("bbe03e32bb89b97aab8fd09c5ed73144f3ba940085fb1739a260dcb0f7426eb4");
    }

    private static PaperTemplate feedbackForm(int version) {
        return PaperTemplates.SHIPPED.version(PaperKind.FEEDBACK_FORM, version);
    }

    @Test
    void aPlaceThatAPaperNeedNotFillStopsTheStart() {
        assertThatThrownBy(() -> PaperTemplates.parse(instruction("{keywords}", "")))
                .hasMessageContaining("INSTRUCTION leaves {keywords} open");
        assertThatThrownBy(() -> PaperTemplates.parse(instruction("x", "when: reporter, ")))
                .hasMessageContaining("INSTRUCTION leaves {reporter} open");
        assertThatThrownBy(() -> PaperTemplates.parse("[]"))
                .hasMessageContaining("CLOSING_REPORT has no text");
    }

    @Test
    void aNewVersionIsUsedFromItsFirstDayOnAndTheOldOneStaysReadable() {
        String yaml =
                Stream.of(PaperKind.values())
                        .map(
                                kind ->
                                        version(kind, 1, "2026-01-01")
                                                + version(kind, 2, "2027-01-01"))
                        .collect(Collectors.joining());
        PaperTemplates templates = PaperTemplates.parse(yaml);
        assertThat(templates.inForceOn(PaperKind.INSTRUCTION, DAY).version()).isEqualTo(1);
        assertThat(templates.inForceOn(PaperKind.INSTRUCTION, DAY.plusYears(1)).version())
                .isEqualTo(2);
        assertThat(templates.version(PaperKind.INSTRUCTION, 1).validFrom())
                .isEqualTo(LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> PaperTemplates.parse(yaml.replace("version: 2", "version: 1")))
                .hasMessageContaining("INSTRUCTION has a version or a first day twice");
    }

    private static String instruction(String text, String when) {
        return version(PaperKind.INSTRUCTION, 1, "2026-01-01")
                .replace("{text: x}", "{" + when + "text: \"" + text + "\"}");
    }

    private static String version(PaperKind kind, int version, String from) {
        return """
        - kind: %s
          version: %d
          validFrom: %s
          title: x
          basis: x
          status: ASSUMPTION
          paragraphs: [{text: x}]
          rows: []
          remarks: []
        """
                .formatted(kind, version, from);
    }
}
