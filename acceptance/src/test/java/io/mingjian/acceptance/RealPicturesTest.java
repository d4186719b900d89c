package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.tour.SamplePictures;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The two promises of the tour that no drawing can keep, on photographs of the sample folder: what
 * is damaged stays without a sign, and a photograph of a screen leads to the photograph on it.
 */
@ExtendWith(RunningStack.class)
class RealPicturesTest {
    private static final long SEED = 3;

    @Test
    void aRealPhotographOfADamagedObjectShowsNoSign(Actors actors) {
        IntakeOfficer intake = actors.cityIntake();
        Answer evidence = intake.uploads(samples().damaged());
        Answer analysis = intake.awaitsAnalysis(evidence.textAt("/id"), any -> true);
        assertThat(analysis.textAt("/band")).as(analysis.text()).isEqualTo("NO_SIGN");
        for (JsonNode signal : analysis.at("/signals")) {
            assertThat(signal.path("weight").asDouble())
                    .as(signal.path("code").asText())
                    .isEqualTo(1);
        }
    }

    @Test
    void aRealPhotographOfAScreenIsFoundByThePhotographThatItShows(Actors actors) {
        SamplePictures.Pair pair = samples().pair();
        IntakeOfficer intake = actors.cityIntake();
        Answer original = intake.uploads(pair.original());
        intake.awaitsAnalysis(original.textAt("/id"), any -> true);
        intake.registers(
                Filing.aComplaint(
                                Person.numbered("周某", System.nanoTime()),
                                "REAL-" + System.nanoTime())
                        .naming(original.textAt("/id")));
        Answer screen = intake.uploads(pair.screen());
        Answer analysis =
                intake.awaitsAnalysis(
                        screen.textAt("/id"),
                        seen ->
                                seen.each("/reuse/visible", "evidenceId")
                                                .contains(original.textAt("/id"))
                                        && seen.each("/signals", "code")
                                                .contains("REUSED_IN_OTHER_MATTER"));
        assertThat(analysis.textAt("/band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(analysis.each("/signals", "code")).contains("REUSED_IN_OTHER_MATTER");
        assertThat(analysis.at("/reuse/visible/0/fit/inliers").asInt()).isGreaterThan(20);
    }

    private static SamplePictures samples() {
        Path folder = data().resolve("images");
        Optional<SamplePictures> samples = SamplePictures.of(folder, SEED);
        if (samples.isEmpty()) {
            System.out.println(
                    "skipped: no sample pictures in the data folder (set MINGJIAN_DATA)");
        }
        assumeTrue(samples.isPresent(), "no sample pictures");
        return samples.orElseThrow();
    }

    private static Path data() {
        String told = System.getenv("MINGJIAN_DATA");
        return told == null
                ? Path.of(System.getProperty("mingjian.root", "..")).resolve("../shared/data")
                : Path.of(told);
    }
}
