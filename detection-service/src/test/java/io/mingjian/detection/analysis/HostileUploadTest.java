package io.mingjian.detection.analysis;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.Party;
import io.mingjian.detection.media.HostileFiles;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * One organisation uploads files made to do harm; what another uploads is looked at all the same.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class HostileUploadTest {
    private final Party attacker = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final Party other = new Party(TestCaller.huangpu(INTAKE));

    @Test
    void anothersPictureIsAnalysedWhileBombsWait() {
        List<UUID> taken = new ArrayList<>();
        for (byte[] file : HostileFiles.bombs().values()) {
            Response answer = attacker.sends(file);
            if (answer.statusCode() == 201) {
                taken.add(UUID.fromString(answer.jsonPath().getString("id")));
            } else {
                assertThat(answer.statusCode()).isBetween(400, 499);
                assertThat(answer.jsonPath().getString("detail")).isNotBlank();
            }
        }
        assertThat(taken).isNotEmpty();
        UUID ordinary = other.uploads(jpeg(goods(640, 480, 771), 0.9));
        assertThat(other.analysis(ordinary).getString("band")).isEqualTo("NO_SIGN");
        for (UUID evidence : taken) {
            JsonPath analysis = attacker.analysis(evidence);
            assertThat(analysis.getList("notes.code", String.class)).doesNotContain("GIVEN_UP");
            assertThat(other.sees(evidence)).isFalse();
        }
    }
}
