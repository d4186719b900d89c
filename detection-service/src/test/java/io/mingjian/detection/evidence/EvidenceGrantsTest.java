package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a piece of evidence after what has become of the filings and leads that name it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceGrantsTest {
    private static final String HUANGPU = "samr-huangpu";
    private static final String PUDONG = "samr-pudong";

    /** Everybody who could have something to do with it, by the name of the organisation. */
    private final Map<String, Party> everybody = new LinkedHashMap<>();

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private Wire wire;
    private UUID source;
    private int seed;

    @BeforeEach
    void cast() {
        wire = new Wire(messages);
        source = UUID.randomUUID();
        for (TestCaller caller :
                List.of(
                        TestCaller.city(REVIEWER),
                        TestCaller.huangpu(HANDLER),
                        TestCaller.pudong(HANDLER),
                        TestCaller.police(HANDLER),
                        TestCaller.platform("yougou", INTEGRATION),
                        TestCaller.platform("other", INTEGRATION),
                        TestCaller.merchant("wang", "91310000132260250X", HANDLER),
                        TestCaller.merchant("zhao", "91100000100003962T", HANDLER),
                        TestCaller.monitor("jingwei", HANDLER),
                        TestCaller.monitor("other", HANDLER))) {
            everybody.put(caller.organisation(), new Party(caller));
        }
    }

    @Test
    void aComplaintOpensItForTheCompetentDistrictAndTheCityAlone() {
        UUID evidence = uploadedBy("platform-yougou");
        List<UUID> ids = List.of(evidence);
        wire.brings(Wire.registered(source, 1, "platform-yougou", ids));
        seenBy(evidence, "platform-yougou", "samr-shanghai");
        wire.brings(Wire.routed(source, 2, "platform-yougou", HUANGPU, ids));
        seenBy(evidence, "platform-yougou", "samr-shanghai", HUANGPU);
    }

    @Test
    void aFilingThatMovesTakesTheGrantAlong() {
        UUID evidence = uploadedBy("samr-shanghai");
        List<UUID> ids = List.of(evidence);
        wire.brings(Wire.routed(source, 2, "samr-shanghai", HUANGPU, ids));
        seenBy(evidence, "samr-shanghai", HUANGPU);
        wire.brings(Wire.returned(source, 3, "samr-shanghai", HUANGPU, ids));
        seenBy(evidence, "samr-shanghai");
        wire.brings(Wire.routed(source, 4, "samr-shanghai", PUDONG, ids));
        seenBy(evidence, "samr-shanghai", PUDONG);
    }

    @Test
    void aLeadThatIsReturnedAndAssignedToAnotherTakesTheGrantAlong() {
        UUID evidence = uploadedBy("monitor-jingwei");
        List<UUID> ids = List.of(evidence);
        wire.brings(lead("submitted", 1, null, ids));
        seenBy(evidence, "monitor-jingwei", "samr-shanghai");
        wire.brings(lead("assigned", 3, HUANGPU, ids), lead("received", 4, HUANGPU, ids));
        seenBy(evidence, "monitor-jingwei", "samr-shanghai", HUANGPU);
        wire.brings(lead("return-requested", 5, HUANGPU, ids));
        wire.brings(lead("assigned", 6, PUDONG, ids));
        seenBy(evidence, "monitor-jingwei", "samr-shanghai", PUDONG);
        wire.brings(lead("closed", 9, PUDONG, ids));
        seenBy(evidence, "monitor-jingwei", "samr-shanghai", PUDONG);
    }

    @Test
    void whatALeadNoLongerNamesIsNoLongerOpenedByIt() {
        UUID kept = uploadedBy("monitor-jingwei");
        UUID dropped = uploadedBy("monitor-jingwei");
        wire.brings(lead("assigned", 3, HUANGPU, List.of(kept, dropped)));
        seenBy(dropped, "monitor-jingwei", "samr-shanghai", HUANGPU);
        wire.brings(lead("assigned", 7, HUANGPU, List.of(kept)));
        seenBy(dropped, "monitor-jingwei");
        seenBy(kept, "monitor-jingwei", "samr-shanghai", HUANGPU);
        wire.brings(lead("assigned", 4, HUANGPU, List.of(kept, dropped)));
        settled();
        seenBy(dropped, "monitor-jingwei");
    }

    @Test
    void aMerchantsPieceIsOpenedByNobodyWhoNamesItForeignly() {
        UUID evidence = uploadedBy("merchant-wang");
        List<UUID> ids = List.of(evidence);
        wire.brings(
                Wire.routed(source, 2, "platform-other", HUANGPU, ids),
                lead("assigned", 3, PUDONG, ids),
                Wire.registered(UUID.randomUUID(), 1, "merchant-zhao", ids));
        settled();
        seenBy(evidence, "merchant-wang");
    }

    @Test
    void onePieceInTwoMattersIsSeenByBothUntilOneGoesElsewhere() {
        UUID evidence = uploadedBy("samr-shanghai");
        List<UUID> ids = List.of(evidence);
        UUID other = UUID.randomUUID();
        wire.brings(
                Wire.routed(source, 2, "samr-shanghai", HUANGPU, ids),
                Wire.routed(other, 2, "samr-shanghai", PUDONG, ids));
        seenBy(evidence, "samr-shanghai", HUANGPU, PUDONG);
        wire.brings(Wire.returned(source, 3, "samr-shanghai", HUANGPU, ids));
        seenBy(evidence, "samr-shanghai", PUDONG);
    }

    @Test
    void whateverTheOrderAndHoweverOftenTheNewestWordDecides() {
        long start = Long.getLong("mingjian.seed", 20260415L);
        Random chance = new Random(start);
        for (int round = 0; round < 12; round++) {
            source = UUID.randomUUID();
            UUID evidence = uploadedBy("samr-shanghai");
            List<UUID> ids = List.of(evidence);
            List<String> events =
                    new ArrayList<>(
                            List.of(
                                    Wire.registered(source, 1, "samr-shanghai", ids),
                                    Wire.routed(source, 2, "samr-shanghai", HUANGPU, ids),
                                    Wire.returned(source, 3, "samr-shanghai", HUANGPU, ids),
                                    Wire.routed(source, 4, "samr-shanghai", PUDONG, ids)));
            events.addAll(List.copyOf(events));
            Collections.shuffle(events, chance);
            wire.brings(events.toArray(String[]::new));
            settled();
            assertThat(viewers(evidence))
                    .as("round %d of seed %d", round, start)
                    .containsExactlyInAnyOrder("samr-shanghai", PUDONG);
        }
    }

    private String lead(String step, long revision, String district, List<UUID> ids) {
        return Wire.lead(step, source, revision, "monitor-jingwei", district, ids);
    }

    private UUID uploadedBy(String organisation) {
        Party party =
                organisation.equals("samr-shanghai")
                        ? new Party(TestCaller.city(INTAKE))
                        : everybody.get(organisation);
        seed++;
        return party.uploads(jpeg(goods(120, 90, organisation.hashCode() + seed), 0.9));
    }

    private void seenBy(UUID evidence, String... organisations) {
        Set<String> wanted = new TreeSet<>(List.of(organisations));
        await().untilAsserted(() -> assertThat(viewers(evidence)).isEqualTo(wanted));
    }

    private Set<String> viewers(UUID evidence) {
        Set<String> viewers = new TreeSet<>();
        everybody.forEach(
                (organisation, party) -> {
                    if (party.sees(evidence)) {
                        viewers.add(organisation);
                    }
                });
        return viewers;
    }

    /** All that was brought so far has been taken: what comes behind it has its effect. */
    private void settled() {
        UUID marker = uploadedBy("platform-yougou");
        wire.brings(Wire.routed(UUID.randomUUID(), 1, "platform-yougou", HUANGPU, List.of(marker)));
        await().until(() -> everybody.get(HUANGPU).sees(marker));
    }
}
