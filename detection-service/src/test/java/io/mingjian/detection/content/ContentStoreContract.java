package io.mingjian.detection.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every content store keeps to, whatever lies behind it. */
abstract class ContentStoreContract {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final byte[] CONTENT = "a picture".getBytes(UTF_8);
    static final Fingerprint FILE = Digests.of(CONTENT);

    @TempDir Path directory;

    abstract ContentStore store();

    /** All that the store holds, as bytes under their names. */
    abstract List<String> names() throws IOException;

    /** Puts other bytes in the place of a file, behind the store's back. */
    abstract void swap(Fingerprint file, byte[] bytes) throws IOException;

    @Test
    void whatIsKeptIsReadUnderItsHash() throws IOException {
        keep(CONTENT);
        assertThat(store().read(FILE)).isEqualTo(CONTENT);
        assertThat(names())
                .containsExactly(
                        "sha256/"
                                + FILE.sha256().substring(0, 2)
                                + "/"
                                + FILE.sha256().substring(2, 4)
                                + "/"
                                + FILE.sha256());
    }

    @Test
    void manyMegabytesComeBackAsTheyWere() throws IOException {
        byte[] film = new byte[12 << 20];
        new Random(7).nextBytes(film);
        keep(film);
        assertThat(store().read(Digests.of(film))).isEqualTo(film);
    }

    @Test
    void theSameContentTakesNoSecondPlace() throws IOException {
        keep(CONTENT);
        keep(CONTENT);
        assertThat(names()).hasSize(1);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void theSameContentFromManyAtOnceIsKeptOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> all =
                    IntStream.range(0, 16)
                            .<Callable<Void>>mapToObj(
                                    i ->
                                            () -> {
                                                keep(CONTENT);
                                                return null;
                                            })
                            .toList();
            for (Future<Void> each : people.invokeAll(all)) {
                each.get();
            }
        } finally {
            people.shutdown();
        }
        assertThat(names()).hasSize(1);
        assertThat(store().read(FILE)).isEqualTo(CONTENT);
    }

    @Test
    void whatIsNotTheContentOfItsNameIsToldAndReplacedByTheNextUpload() throws IOException {
        keep(CONTENT);
        for (String other : List.of("b picture", "", "a picture and more")) {
            swap(FILE, other.getBytes(UTF_8));
            assertThatThrownBy(() -> store().read(FILE))
                    .as(other)
                    .isInstanceOf(ContentLostException.class)
                    .hasMessageContaining("altered");
            keep(CONTENT);
            assertThat(store().read(FILE)).as(other).isEqualTo(CONTENT);
        }
    }

    @Test
    void whatIsRemovedIsMissingAndMayComeAgain() throws IOException {
        keep(CONTENT);
        assertThat(store().holds(FILE)).isTrue();
        store().remove(FILE.sha256());
        assertThat(store().holds(FILE)).isFalse();
        assertThat(names()).isEmpty();
        assertThatThrownBy(() -> store().read(FILE))
                .isInstanceOf(ContentLostException.class)
                .hasMessageContaining("missing");
        assertThatCode(() -> store().remove(FILE.sha256())).doesNotThrowAnyException();
        keep(CONTENT);
        assertThat(store().read(FILE)).isEqualTo(CONTENT);
    }

    @Test
    void whatIsSetAsideComesBackWhenItIsRead() throws IOException {
        keep(CONTENT);
        store().setAside(FILE.sha256());
        assertThat(store().holds(FILE)).isFalse();
        assertThat(names()).containsExactly("aside/" + FILE.sha256());
        store().setAside(FILE.sha256());
        assertThat(store().read(FILE)).isEqualTo(CONTENT);
        assertThat(store().holds(FILE)).isTrue();
        assertThat(names()).hasSize(1);
    }

    @Test
    void whatIsSetAsideEndsAfterATimeOrWithItsContent() throws IOException {
        keep(CONTENT);
        store().setAside(FILE.sha256());
        assertThat(store().destroyAside(Instant.parse("2020-01-01T00:00:00Z"))).isZero();
        assertThat(names()).as("not yet").hasSize(1);
        assertThat(store().destroyAside(Instant.parse("2120-01-01T00:00:00Z"))).isEqualTo(1);
        assertThat(names()).isEmpty();
        keep(CONTENT);
        store().setAside(FILE.sha256());
        store().remove(FILE.sha256());
        assertThat(names()).isEmpty();
    }

    @Test
    void whatLiesOnAShelfSinceLongIsToldByName() throws IOException {
        keep(CONTENT);
        String shelf = FILE.sha256().substring(0, 2);
        Instant later = Clock.systemUTC().instant().plusSeconds(60);
        assertThat(store().writtenBefore(later, shelf)).containsExactly(FILE.sha256());
        assertThat(store().writtenBefore(later.minusSeconds(3600), shelf)).isEmpty();
        assertThat(store().writtenBefore(later, shelf.equals("00") ? "01" : "00")).isEmpty();
    }

    @Test
    void anUploadThatIsGivenUpLeavesNothing() throws IOException {
        try (Incoming incoming = store().begin()) {
            incoming.write(CONTENT, CONTENT.length);
        }
        assertThat(names()).isEmpty();
        assertThat(uploads()).isEmpty();
    }

    @Test
    void theSweepTakesDeadUploadsAndLeavesLivingOnes() throws IOException {
        Incoming living = store().begin();
        Incoming dead = store().begin();
        Files.setLastModifiedTime(living.path(), FileTime.from(NOW.minus(Duration.ofMinutes(59))));
        Files.setLastModifiedTime(dead.path(), FileTime.from(NOW.minus(Duration.ofMinutes(61))));
        store().sweep();
        assertThat(uploads()).containsExactly(living.path());
    }

    @Test
    void itIsReadyAndAnswers() throws IOException {
        keep(CONTENT);
        assertThatCode(store()::probe).doesNotThrowAnyException();
        assertThatCode(store()::requireAnswer).doesNotThrowAnyException();
        assertThat(uploads()).isEmpty();
    }

    void keep(byte[] content) throws IOException {
        Incoming incoming = store().begin();
        incoming.write(content, content.length);
        store().keep(incoming, Digests.of(content));
    }

    List<Path> uploads() throws IOException {
        Path incoming = directory.resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(incoming)) {
            return files.toList();
        }
    }
}
