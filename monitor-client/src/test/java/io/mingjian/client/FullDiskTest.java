package io.mingjian.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.client.attachment.Attachments;
import io.mingjian.client.door.Credentials;
import io.mingjian.client.door.Door;
import io.mingjian.client.journal.FullDisk;
import io.mingjian.client.journal.Journal;
import io.mingjian.client.submission.Submission;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the agency fills up in the middle of a submission. */
class FullDiskTest {
    @TempDir Path folder;

    @Test
    void whatTheJournalCouldNotKeepIsCaughtByTheKeys() throws Exception {
        Material material = new Material(folder, 11).with(150, 1, 100);
        Path file = folder.resolve("journal.log");
        try (FakeGateway gateway = new FakeGateway()) {
            for (int bytes : new int[] {600, 9_000, 20_000, 10_000}) {
                Journal.Subject subject =
                        new Journal.Subject(gateway.address(), FakeGateway.INSTRUCTION, "m");
                try (Journal journal = new FullDisk(bytes).open(file, subject)) {
                    assertThatThrownBy(() -> submission(gateway, material, journal).run())
                            .isInstanceOfSatisfying(
                                    Stopped.class,
                                    stopped ->
                                            assertThat(stopped.ending())
                                                    .isEqualTo(Ending.INTERRUPTED));
                } catch (Stopped alreadyAtTheFirstLine) {
                    continue;
                }
            }
            try (Journal journal =
                    Journal.open(
                            file,
                            new Journal.Subject(gateway.address(), FakeGateway.INSTRUCTION, "m"))) {
                submission(gateway, material, journal).run();
                assertThat(journal.outcomes()).hasSize(150);
            }
            assertThat(gateway.effects).doesNotHaveDuplicates().hasSize(300);
        }
    }

    private static Submission submission(FakeGateway gateway, Material material, Journal journal)
            throws Exception {
        Credentials who = Credentials.of(Runs.SECRET, null);
        Door door =
                new Door(
                        new Door.Settings(
                                URI.create(gateway.address() + "/"),
                                URI.create(gateway.issuer()),
                                null,
                                Duration.ofSeconds(20),
                                Language.ZH,
                                note -> {}),
                        who);
        return new Submission(
                new Submission.Order(
                        material.write(), FakeGateway.INSTRUCTION, who.clientId(), "", 3),
                new Attachments(material.attachments()),
                door,
                journal,
                finding ->
                        journal.outcomeOf(finding.findingNo())
                                .filter(done -> done.content().equals(finding.content()))
                                .isPresent(),
                new ShownProgress(System.err, Language.EN, false));
    }
}
