package io.mingjian.monitoring.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.monitoring.finding.EvidenceKind;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.Terms.CategoryDemand;
import io.mingjian.monitoring.instruction.Terms.EvidenceDemand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Terms TERMS =
            new Terms(
                    List.of(),
                    List.of("yougou"),
                    List.of(),
                    List.of(),
                    Set.of(OutputField.SHOP_NAME),
                    List.of(new EvidenceDemand(EvidenceKind.SCREENSHOT, 2)),
                    List.of(
                            new CategoryDemand(
                                    "FALSE_ADVERTISING",
                                    Set.of(OutputField.PRICE),
                                    List.of(
                                            new EvidenceDemand(EvidenceKind.SCREENSHOT, 1),
                                            new EvidenceDemand(
                                                    EvidenceKind.SCREEN_RECORDING, 1)))));

    @Test
    void aCategoryAsksForItsOwnBesidesWhatIsAskedOfAll() {
        assertThat(TERMS.fieldsOf("FALSE_ADVERTISING"))
                .containsExactlyInAnyOrder(OutputField.SHOP_NAME, OutputField.PRICE);
        assertThat(TERMS.evidenceOf("FALSE_ADVERTISING"))
                .isEqualTo(Map.of(EvidenceKind.SCREENSHOT, 2, EvidenceKind.SCREEN_RECORDING, 1));
    }

    @Test
    void aCategoryWithoutItsOwnAsksForWhatIsAskedOfAll() {
        assertThat(TERMS.fieldsOf("FOOD_SAFETY")).containsExactly(OutputField.SHOP_NAME);
        assertThat(TERMS.evidenceOf("FOOD_SAFETY")).isEqualTo(Map.of(EvidenceKind.SCREENSHOT, 2));
    }

    @Test
    void termsThatWereKeptBeforeThereWereCategoriesAreRead() throws JsonProcessingException {
        Terms old =
                new ObjectMapper()
                        .readValue(
                                """
                                {"platforms": ["yougou"], "keywords": ["仅退款"], "categories": [],
                                 "requiredFields": ["SHOP_NAME"]}
                                """,
                                Terms.class);
        assertThat(old.platforms()).containsExactly("yougou");
        assertThat(old.platformTypes()).isEmpty();
        assertThat(old.ofCategories()).isEmpty();
        assertThat(old.fieldsOf("FOOD_SAFETY")).containsExactly(OutputField.SHOP_NAME);
    }

    @Test
    void aGroupStandsForItsKindsEachOnce() {
        assertThat(
                        ViolationTypes.SHIPPED.expanded(
                                List.of("FAKE_EVIDENCE_TOOL", "FAKE_EVIDENCE_SERVICES", "NO_SUCH")))
                .containsExactly("FAKE_EVIDENCE_TOOL", "FAKE_EVIDENCE_TUTORIAL", "NO_SUCH");
        assertThat(ViolationTypes.SHIPPED.groups())
                .extracting(ViolationTypes.Group::code)
                .contains(
                        "MALICIOUS_CLAIMS",
                        "FAKE_EVIDENCE_SERVICES",
                        "UNLABELLED_CONTENT",
                        "FALSE_ADVERTISING_WITH_AI")
                .allSatisfy(code -> assertThat(ViolationTypes.SHIPPED.inGroup(code)).isNotEmpty());
    }
}
