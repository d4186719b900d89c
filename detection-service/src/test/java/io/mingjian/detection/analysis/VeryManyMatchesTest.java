package io.mingjian.detection.analysis;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.bank.Bank;
import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.bank.BankFinds;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A picture that more pieces, or entries of a bank, show than are looked at. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class VeryManyMatchesTest {
    private final Party huangpu = new Party(TestCaller.huangpu(INTAKE));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final List<UUID> pieces = new ArrayList<>();
    private final List<UUID> entries = new ArrayList<>();

    @Inject DataSource source;
    @Inject PictureMatches matches;
    @Inject BankBook banks;

    /** Rows, because more than a hundred uploads take too long. */
    @Test
    void anOfficesOwnPieceIsShownToItHoweverManyCloserOnesOthersHaveAndNoNumberIsTheWhole() {
        UUID piece = huangpu.uploads(jpeg(goods(300, 200, 8201), 0.9));
        huangpu.analysis(piece);
        UUID own = huangpu.uploads(jpeg(goods(300, 200, 8202), 0.9));
        huangpu.analysis(own);
        pair(own, piece, "SAME_PICTURE", 60);
        UUID claimed = copyOf(piece);
        pair(claimed, piece, "SAME_PICTURE", 61);
        tables().changes("update evidence set claimed_on = current_date where id = ?", claimed);
        assertThat(huangpu.analysis(piece).getBoolean("reuse.atLeast")).isFalse();
        for (int i = 0; i < ReuseIndex.MOST_SIGHTINGS + 5; i++) {
            pair(copyOf(piece), piece, "IDENTICAL_FILE", 0);
        }

        JsonPath told = huangpu.analysis(piece);
        assertThat(told.getBoolean("reuse.atLeast")).isTrue();
        assertThat(told.getInt("reuse.total")).isEqualTo(ReuseIndex.MOST_SIGHTINGS);
        assertThat(told.getList("reuse.visible.evidenceId", String.class))
                .containsExactly(own.toString());
        assertThat(told.getString("reuse.hiddenNote")).contains("至少 99 份");

        PictureMatches.Found weighed = Blocking.session(() -> matches.of(piece));
        assertThat(weighed.more()).isTrue();
        assertThat(weighed.sightings())
                .hasSize(ReuseIndex.MOST_SIGHTINGS)
                .as("what a claim rests on weighs, however many unused copies are closer")
                .extracting(Sighting::evidenceId)
                .endsWith(claimed);
        assertThat(platform.looksAt(piece).statusCode()).isEqualTo(404);
    }

    @Test
    void ofVeryManyEntriesOfABankNoNumberIsToldAsTheWhole() {
        UUID piece = platform.uploads(jpeg(goods(300, 200, 8203), 0.9));
        platform.analysis(piece);
        for (int i = 0; i < 20; i++) {
            stockPictureShownBy(piece);
        }
        assertThat(Blocking.session(() -> banks.weighingOn(piece)).more()).isEmpty();
        stockPictureShownBy(piece);
        BankFinds weighing = Blocking.session(() -> banks.weighingOn(piece));
        assertThat(weighing.finds()).hasSize(20);
        assertThat(weighing.more()).containsExactly(Bank.STOCK);
        JsonPath told = platform.analysis(piece);
        String line = "signals.find { it.code == 'STOCK_PICTURE' }.";
        assertThat(told.getString(line + "supports")).contains("该图片与至少 20 幅公开的素材");
        assertThat(told.getBoolean(line + "facts.atLeast")).isTrue();
    }

    private void stockPictureShownBy(UUID piece) {
        UUID entry = UUID.randomUUID();
        tables().changes(
                        """
                        insert into bank_entry (id, bank, state, organisation, sha256, note, source,
                          grounds, proposed_by, proposed_subject, created_at, updated_at,
                          searched_at, version)
                        values (?, 'STOCK', 'ACTIVE', 'samr-shanghai', ?, '', '', '', 'x', 'x', now(),
                          now(), now(), 0)
                        """,
                        entry,
                        entry.toString());
        entries.add(entry);
        tables().changes(
                        """
                        insert into bank_match (entry_id, evidence_id, kind, distance, agreement,
                          found_at, to_tell)
                        values (?, ?, 'SAME_PICTURE', 4, 1, now(), false)
                        """,
                        entry,
                        piece);
    }

    private UUID copyOf(UUID like) {
        UUID id = UUID.randomUUID();
        tables().changes(
                        """
                        insert into evidence (id, organisation, uploaded_by, sha256, sm3, size_bytes,
                          media_kind, width, height, received_at, updated_at, state, version,
                          attempts, revisits_wanted, revisits_done)
                        select ?, 'platform-very-many', uploaded_by, sha256, sm3, size_bytes,
                               media_kind, width, height, received_at, updated_at, 'ANALYZED', 0, 0,
                               0, 0
                          from evidence where id = ?
                        """,
                        id,
                        like);
        pieces.add(id);
        return id;
    }

    private void pair(UUID later, UUID earlier, String kind, int distance) {
        tables().changes(
                        """
                        insert into picture_match (later_id, earlier_id, kind, distance, agreement,
                          found_at)
                        values (?, ?, ?, ?, 1, now())
                        """,
                        later,
                        earlier,
                        kind,
                        distance);
    }

    private Database tables() {
        return new Database(source);
    }

    @AfterEach
    void end() {
        for (UUID entry : entries) {
            tables().changes("delete from bank_match where entry_id = ?", entry);
            tables().changes("delete from bank_entry where id = ?", entry);
        }
        for (UUID piece : pieces) {
            tables().changes("delete from picture_match where ? in (later_id, earlier_id)", piece);
            tables().changes("delete from evidence where id = ?", piece);
        }
    }
}
