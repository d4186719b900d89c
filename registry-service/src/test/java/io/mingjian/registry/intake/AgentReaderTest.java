package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static io.mingjian.registry.intake.Reading.faults;
import static io.mingjian.registry.intake.Reading.read;
import static io.mingjian.registry.intake.Reading.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.Filing;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order 121 Art 11. */
class AgentReaderTest {
    private final UUID original = UUID.randomUUID();

    @Test
    void whatAnAgentShowsIsKeptAndTheOriginalIsEvidence() {
        Submission read = read(aComplaint().byAgent(original));
        var agent = read.agent().orElseThrow();
        assertThat(agent.identity().name()).isEqualTo("赵律师");
        assertThat(agent.power().validTo()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(read.evidenceIds()).containsExactly(original);
    }

    @Test
    void theOriginalThatIsNamedAsEvidenceToIsOnePiece() {
        assertThat(read(aComplaint().naming(original).byAgent(original)).evidenceIds())
                .containsExactly(original);
    }

    @ParameterizedTest
    @CsvSource({
        "/agent, name, /agent/name required",
        "/agent, phone, /agent/phone required",
        "/agent, idType, /agent/idType required",
        "/agent, idNumber, /agent/idNumber required",
        "/agent/powerOfAttorney, matters, /agent/powerOfAttorney/matters required",
        "/agent/powerOfAttorney, powers, /agent/powerOfAttorney/powers required",
        "/agent/powerOfAttorney, validFrom, /agent/powerOfAttorney/validFrom required",
        "/agent/powerOfAttorney, validTo, /agent/powerOfAttorney/validTo required",
        "/agent/powerOfAttorney, evidenceId, /agent/powerOfAttorney/evidenceId required"
    })
    void whatIsMissingIsNamedWithTheArticle(String object, String field, String fault) {
        Filing filing = aComplaint().byAgent(original).at(object, field, null);
        assertThat(faults(filing)).containsExactly(fault);
        assertThat(sentences(filing)).singleElement().asString().contains("第十一条");
    }

    @Test
    void thePowerItselfIsNeeded() {
        Filing filing = aComplaint().byAgent(original).at("/agent", "powerOfAttorney", null);
        assertThat(faults(filing)).containsExactly("/agent/powerOfAttorney required");
    }

    @ParameterizedTest
    @CsvSource({
        "validTo, 2026-11-23, /agent/powerOfAttorney/validTo power-expired",
        "validFrom, 2026-11-25, /agent/powerOfAttorney/validFrom power-not-begun",
        "validTo, 2026-10-31, /agent/powerOfAttorney/validTo ends-before-it-begins",
        "validTo, soon, /agent/powerOfAttorney/validTo not-a-date",
        "evidenceId, here, /agent/powerOfAttorney/evidenceId not-an-id"
    })
    void aPowerThatDoesNotReachTheDayOfReceiptIsNone(String field, String value, String fault) {
        Filing filing = aComplaint().byAgent(original).at("/agent/powerOfAttorney", field, value);
        assertThat(faults(filing)).containsExactly(fault);
    }

    @Test
    void aPowerThatEndsOnTheDayOfReceiptStillHolds() {
        Filing filing =
                aComplaint()
                        .byAgent(original)
                        .at("/agent/powerOfAttorney", "validTo", "2026-11-24");
        assertThat(faults(filing)).isEmpty();
    }

    @Test
    void theTermIsJudgedOnTheDayOfReceiptNotOfEntry() {
        Filing filing = aComplaint().receivedAt("2026-10-31T10:00:00+08:00").byAgent(original);
        assertThat(faults(filing))
                .containsExactly("/agent/powerOfAttorney/validFrom power-not-begun");
    }

    @Test
    void theAgentOfAReporterWithANameIsWelcomeOfNobodyNot() {
        assertThat(faults(aReport().byAgent(original))).isEmpty();
        assertThat(faults(aReport().anonymous().byAgent(original)))
                .containsExactly("/agent agent-of-nobody");
    }

    @Test
    void nobodyIsHisOwnAgent() {
        assertThat(faults(aComplaint().withId("11010519491231002X").byAgent(original)))
                .containsExactly("/agent agent-is-filer");
    }
}
