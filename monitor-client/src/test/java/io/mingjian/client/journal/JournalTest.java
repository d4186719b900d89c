package io.mingjian.client.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.attachment.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Journal.Subject SUBJECT =
            new Journal.Subject("https://door.example/", "instruction", "monitor-jingwei");
    private static final Hashes FILE = new Hashes("a".repeat(64), "b".repeat(64));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void noJournalYet() {
        file = folder.resolve("journal.log");
    }

    @Test
    void whatWasWrittenIsThereAgain() throws IOException {
        written();
        try (Journal journal = Journal.open(file, SUBJECT)) {
            assertThat(journal.evidenceOf(FILE)).contains("evidence-1");
            assertThat(journal.outcomeOf("F-1")).get().matches(Done::accepted);
            assertThat(journal.outcomeOf("F-2")).get().matches(done -> done.status() == 422);
        }
    }

    /**
     * Uploads are interrupted when a submission gives up, while others still note what they did.
     */
    @Test
    void anInterruptedThreadNotesWhatItHasAndSpoilsNothingForOthers() throws IOException {
        try (Journal journal = Journal.open(file, SUBJECT)) {
            Thread.currentThread().interrupt();
            journal.stored(FILE, "evidence-1");
            journal.force();
            assertThat(Thread.interrupted()).isTrue();
            journal.decided(List.of(new Done("F-1", "c", 201, null, null)));
        }
        try (Journal journal = Journal.open(file, SUBJECT)) {
            assertThat(journal.evidenceOf(FILE)).contains("evidence-1");
            assertThat(journal.outcomeOf("F-1")).isPresent();
        }
    }

    /** Whatever length a power cut leaves: what was whole counts, and the next line is readable. */
    @Test
    void aTornEndIsDroppedWhereverItTears() throws IOException {
        written();
        byte[] whole = Files.readAllBytes(file);
        int first = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = first; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(file, SUBJECT)) {
                journal.decided(List.of(new Done("F-9", "c", 201, null, null)));
            }
            try (Journal journal = Journal.open(file, SUBJECT)) {
                assertThat(journal.outcomeOf("F-9")).as("cut at %d", length).isPresent();
            }
        }
    }

    @Test
    void aLineDamagedInTheMiddleIsNotPassedOver() throws IOException {
        written();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Journal.open(file, SUBJECT))
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.ending()).isEqualTo(Ending.USAGE));
    }

    @Test
    void aJournalServesOneSubmission() throws IOException {
        written();
        assertThatThrownBy(
                        () ->
                                Journal.open(
                                        file,
                                        new Journal.Subject("https://door.example/", "other", "m")))
                .isInstanceOf(Stopped.class);
    }

    @Test
    void aFullDiskStopsTheRunAndLosesNothingThatWasWritten() throws IOException {
        FullDisk disk = new FullDisk(400);
        assertThatThrownBy(
                        () -> {
                            try (Journal journal = Journal.open(file, SUBJECT, disk::on)) {
                                for (int i = 0; i < 20; i++) {
                                    journal.decided(
                                            List.of(new Done("F-" + i, "c", 201, null, null)));
                                }
                            }
                        })
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.ending()).isEqualTo(Ending.INTERRUPTED));
        try (Journal journal = Journal.open(file, SUBJECT)) {
            assertThat(journal.outcomes()).isNotEmpty().hasSizeLessThan(20);
            journal.decided(List.of(new Done("F-19", "c", 201, null, null)));
        }
        try (Journal journal = Journal.open(file, SUBJECT)) {
            assertThat(journal.outcomeOf("F-19")).isPresent();
        }
    }

    @Test
    void nothingIsWrittenBehindATornLine() throws IOException {
        FullDisk disk = new FullDisk(250);
        try (Journal journal = Journal.open(file, SUBJECT, disk::on)) {
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 9; i++) {
                                    journal.stored(FILE, "evidence-" + i);
                                }
                            })
                    .isInstanceOf(Stopped.class);
            disk.grow();
            assertThatThrownBy(() -> journal.stored(FILE, "again")).isInstanceOf(Stopped.class);
        }
        assertThat(Journal.look(file)).isPresent();
    }

    private void written() throws IOException {
        try (Journal journal = Journal.open(file, SUBJECT)) {
            journal.stored(FILE, "evidence-1");
            journal.decided(
                    List.of(
                            new Done("F-1", "c", 201, "lead-1", null),
                            new Done("F-2", "c", 422, null, null)));
            journal.force();
        }
    }
}
