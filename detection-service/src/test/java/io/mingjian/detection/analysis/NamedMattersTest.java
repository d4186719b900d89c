package io.mingjian.detection.analysis;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.analysis.Behaviour.NamedInMatters;
import io.mingjian.detection.evidence.EvidenceRelation;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In how many matters a picture is, and what is one matter. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class NamedMattersTest {
    private final Party huangpu = new Party(TestCaller.huangpu(INTAKE));
    private final Party pudong = new Party(TestCaller.pudong(INTAKE));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject DataSource source;
    @Inject NamedMatters named;
    @Inject EvidenceWork work;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private Wire wire;

    @BeforeEach
    void listen() {
        wire = new Wire(messages);
    }

    @Test
    void thePartsOfAMixedFilingAreOneMatter() {
        UUID first = uploads(huangpu, 3101);
        UUID second = uploads(huangpu, 3102);
        UUID submission = UUID.randomUUID();
        UUID complaint = UUID.randomUUID();
        UUID report = UUID.randomUUID();
        wire.brings(
                Wire.registered(complaint, submission, 1, "samr-huangpu", List.of(first)),
                Wire.registered(report, submission, 1, "samr-huangpu", List.of(first, second)));
        awaitNamed(second, first);
        assertThat(behaviour(first, second)).isEmpty();

        UUID third = uploads(huangpu, 3103);
        wire.brings(
                Wire.registered(UUID.randomUUID(), submission, 1, "samr-huangpu", List.of(third)));
        awaitNamed(first, third);
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-huangpu", List.of(second)));
        await().until(() -> !behaviour(first, second).isEmpty());
        assertThat(behaviour(first, second)).containsExactly(new NamedInMatters(2, 1));
    }

    @Test
    void anAnswerToALetterIsNoMatterOfItsOwn() {
        UUID ours = uploads(pudong, 3111);
        UUID theirs = uploads(platform, 3112);
        UUID answered = uploads(platform, 3113);
        wire.brings(
                Wire.registered(UUID.randomUUID(), 1, "samr-pudong", List.of(ours)),
                Wire.answered(
                        UUID.randomUUID(),
                        1,
                        "platform-yougou",
                        "samr-pudong",
                        List.of(theirs, answered)));
        awaitNamed(theirs, answered);
        assertThat(behaviour(ours, theirs)).isEmpty();
    }

    @Test
    void anAnswerWithThePictureOfAFilingIsNoOtherMatterForEither() {
        byte[] picture = jpeg(goods(400, 300, 3114), 0.9);
        UUID ours = pudong.uploads(picture);
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-pudong", List.of(ours)));
        await().atMost(LONG).until(() -> isNamed(ours));
        UUID theirs = platform.uploads(picture);
        await().atMost(LONG).until(() -> codes(ours).contains("REUSED_UNNAMED"));
        assertThat(codes(ours)).doesNotContain("REUSED_IN_OTHER_MATTER");
        await().atMost(LONG).until(() -> indication(theirs).contains("REUSED_IN_OTHER_MATTER"));
        wire.brings(
                Wire.answered(
                        UUID.randomUUID(), 1, "platform-yougou", "samr-pudong", List.of(theirs)));
        await().atMost(LONG).until(() -> codes(ours).contains("REUSED_IN_SAME_MATTER"));
        assertThat(codes(ours)).doesNotContain("REUSED_IN_OTHER_MATTER", "REUSED_UNNAMED");
        assertThat(pudong.analysis(ours).getString("band")).isEqualTo("NO_SIGN");
        await().atMost(LONG).until(() -> !indication(theirs).contains("REUSED_IN_OTHER_MATTER"));

        UUID claimed = platform.uploads(picture);
        claims(claimed);
        wire.brings(
                Wire.answered(
                        UUID.randomUUID(), 1, "platform-yougou", "samr-pudong", List.of(claimed)));
        await().atMost(LONG).until(() -> isNamed(claimed));
        await().atMost(LONG).until(() -> codes(ours).contains("REUSED_IN_OTHER_MATTER"));
        assertThat(relation(ours, theirs).answer()).isTrue();
        assertThat(relation(ours, claimed).answer())
                .as("a claim is a matter, whoever answers with its evidence")
                .isFalse();
    }

    @Test
    void onePieceThatManyFilingsCiteSaysSo() {
        UUID piece = uploads(huangpu, 3131);
        assertThat(huangpu.analysis(piece).getString("band")).isEqualTo("NO_SIGN");
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-huangpu", List.of(piece)));
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-huangpu", List.of(piece)));
        await().atMost(LONG)
                .until(
                        () ->
                                huangpu.analysis(piece)
                                        .getString("signals.supports.toString()")
                                        .contains("共被 2 件"));
        assertThat(huangpu.analysis(piece).getString("band")).isEqualTo("SOME_SIGNS");
        for (int i = 0; i < 30; i++) {
            wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-huangpu", List.of(piece)));
        }
        await().atMost(LONG)
                .until(
                        () ->
                                huangpu.analysis(piece)
                                        .getString("signals.supports.toString()")
                                        .contains("共被 32 件"));
    }

    @Test
    void aPieceThatIsNoLongerInSeveralMattersSaysSoNoMore() {
        UUID piece = uploads(huangpu, 3151);
        huangpu.analysis(piece);
        UUID filing = UUID.randomUUID();
        wire.brings(Wire.registered(filing, 1, "samr-huangpu", List.of(piece)));
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-huangpu", List.of(piece)));
        await().atMost(LONG).until(() -> codes(piece).contains("PICTURE_IN_SEVERAL_MATTERS"));
        wire.brings(Wire.registered(filing, 2, "samr-huangpu", List.of()));
        await().atMost(LONG).until(() -> !codes(piece).contains("PICTURE_IN_SEVERAL_MATTERS"));
    }

    @Test
    void onePieceInTwoClaimsSaysSoToTheBureauAlone() {
        UUID piece = uploads(platform, 3141);
        platform.analysis(piece);
        claims(piece);
        claims(piece);
        await().atMost(LONG).until(() -> indication(piece).contains("PICTURE_IN_SEVERAL_MATTERS"));
        assertThat(codes(piece)).doesNotContain("PICTURE_IN_SEVERAL_MATTERS");
    }

    private String indication(UUID evidence) {
        return new Database(source)
                .asks(
                        "select body from indication where evidence_id = ?"
                                + " order by revision desc limit 1",
                        evidence);
    }

    private boolean isNamed(UUID evidence) {
        return !new Database(source)
                .asks("select count(*) from evidence_naming where evidence_id = ?", evidence)
                .equals("0");
    }

    /** As its owner reads it. */
    private List<String> codes(UUID evidence) {
        Party owner = platform.sees(evidence) ? platform : pudong.sees(evidence) ? pudong : huangpu;
        return owner.analysis(evidence).getList("signals.code", String.class);
    }

    private EvidenceRelation relation(UUID one, UUID other) {
        return Blocking.session(() -> work.relations(one, List.of(other))).get(0);
    }

    @Test
    void claimsAtPlatformsCountBesideFilings() {
        UUID first = uploads(platform, 3121);
        UUID second = uploads(platform, 3122);
        claims(first);
        claims(second);
        assertThat(behaviour(first, second)).containsExactly(new NamedInMatters(2, 1));
        UUID ours = uploads(pudong, 3123);
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-pudong", List.of(ours)));
        await().until(
                        () ->
                                behaviour(first, second, ours)
                                        .equals(List.of(new NamedInMatters(3, 2))));
    }

    private static UUID uploads(Party party, int seed) {
        return party.uploads(jpeg(goods(90, 60, seed), 0.9));
    }

    private void claims(UUID evidence) {
        platform.putsTogether("CLAIM", "CLM-" + UUID.randomUUID(), List.of(evidence))
                .then()
                .statusCode(201);
    }

    private List<Behaviour> behaviour(UUID evidence, UUID... others) {
        List<UUID> all = new ArrayList<>(List.of(others));
        all.add(0, evidence);
        return Blocking.session(() -> named.of(evidence, all));
    }

    /** Waits until one matter is known to name both. */
    private void awaitNamed(UUID one, UUID other) {
        await().until(
                        () ->
                                Blocking.session(() -> work.relations(one, List.of(other))).stream()
                                        .allMatch(EvidenceRelation::sameMatter));
    }
}
