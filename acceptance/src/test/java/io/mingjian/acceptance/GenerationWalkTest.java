package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.ModelProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A model provider shows a request; the city sees figures and no request. */
@ExtendWith(RunningStack.class)
class GenerationWalkTest {
    private static final String PROMPT = "让这只杯子看起来像是运输途中摔过的，手机随手拍，申请退款";
    private static final String FIGURES = ModelProvider.REQUESTS + "/statistics";

    @Test
    void aProviderLearnsTheRiskAndTheCityCountsIt(Actors actors) {
        ModelProvider provider = actors.huiyan();
        long before = counted(actors);
        Answer reading = provider.shows("walk-" + System.nanoTime(), PROMPT, "account-7");
        assertThat(reading.textAt("/risk")).isEqualTo("HIGH");
        assertThat(reading.each("/categories", "category")).containsExactly("DAMAGED_GOODS");
        assertThat(reading.each("/labelDuties", "code")).contains("EXPLICIT_LABEL");
        assertThat(reading.text()).doesNotContain("account-7").doesNotContain(PROMPT);
        assertThat(provider.looksFor(reading.textAt("/id")).require(200).textAt("/risk"))
                .isEqualTo("HIGH");
        assertThat(actors.otherProvider().looksFor(reading.textAt("/id")).status()).isEqualTo(404);
        assertThat(counted(actors)).isEqualTo(before + 1);
        assertThat(actors.cityReviewer().door().get(FIGURES).text())
                .doesNotContain(reading.textAt("/id"));
    }

    @Test
    void nobodyElseComesIn(Actors actors) {
        assertThat(actors.yougou().door().post(ModelProvider.REQUESTS, Map.of()).status())
                .isEqualTo(403);
        assertThat(actors.huangpuReviewer().door().get(FIGURES).status()).isEqualTo(403);
        assertThat(actors.huiyan().door().get(FIGURES).status()).isEqualTo(403);
    }

    private static long counted(Actors actors) {
        long count = 0;
        for (var row : actors.cityReviewer().door().get(FIGURES).require(200).at("/rows")) {
            boolean ours =
                    row.path("provider").asText().equals("provider-huiyan")
                            && row.path("category").asText().equals("DAMAGED_GOODS")
                            && row.path("risk").asText().equals("HIGH");
            count += ours ? row.path("requests").asLong() : 0;
        }
        return count;
    }
}
