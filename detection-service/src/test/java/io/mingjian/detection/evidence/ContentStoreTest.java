package io.mingjian.detection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    private static final byte[] CONTENT = "a picture".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @TempDir Path directory;

    private ContentStore store;

    @BeforeEach
    void open() {
        store = new ContentStore(directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void whatIsKeptIsReadUnderItsHash() throws IOException {
        String address = keep(CONTENT);
        assertThat(store.read(address)).isEqualTo(CONTENT);
        assertThat(store.place(address))
                .isEqualTo(
                        directory
                                .resolve("sha256")
                                .resolve(address.substring(0, 2))
                                .resolve(address.substring(2, 4))
                                .resolve(address));
    }

    @Test
    void aStoreWithoutItsShelvesDoesNotAnswer() throws IOException {
        assertThatThrownBy(store::requireAnswer).isInstanceOf(NoSuchFileException.class);
        keep(CONTENT);
        assertThatCode(store::requireAnswer).doesNotThrowAnyException();
    }

    @Test
    void theSameContentTakesNoSecondPlace() throws IOException {
        keep(CONTENT);
        keep(CONTENT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aTornFileUnderTheNameIsReplacedByTheWholeOne() throws IOException {
        String address = keep(CONTENT);
        Files.write(store.place(address), new byte[] {1});
        keep(CONTENT);
        assertThat(store.read(address)).isEqualTo(CONTENT);
    }

    @Test
    void anUploadThatIsGivenUpLeavesNothing() throws IOException {
        try (ContentStore.Incoming incoming = store.begin()) {
            incoming.write(CONTENT, CONTENT.length);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void missingAndAlteredContentAreTold() throws IOException {
        String address = keep(CONTENT);
        Files.write(store.place(address), "b picture".getBytes(UTF_8));
        assertThatThrownBy(() -> store.read(address))
                .isInstanceOf(ContentLostException.class)
                .hasMessageContaining("altered");
        Files.delete(store.place(address));
        assertThatThrownBy(() -> store.read(address))
                .isInstanceOf(ContentLostException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void whatIsNoHashNamesNoPlace() {
        assertThatThrownBy(() -> store.place("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSweepTakesDeadUploadsAndLeavesLivingOnes() throws IOException {
        ContentStore.Incoming living = store.begin();
        ContentStore.Incoming dead = store.begin();
        Files.setLastModifiedTime(living.path(), FileTime.from(NOW.minus(Duration.ofMinutes(59))));
        Files.setLastModifiedTime(dead.path(), FileTime.from(NOW.minus(Duration.ofMinutes(61))));
        store.sweep();
        assertThat(files()).containsExactly(living.path());
    }

    @Test
    void theProbeFailsWhereNothingCanBeWritten() throws IOException {
        store.probe();
        Path blocked = Files.createFile(directory.resolve("file"));
        ContentStore broken = new ContentStore(blocked, Clock.systemUTC());
        assertThatThrownBy(broken::probe).isInstanceOf(IOException.class);
    }

    private String keep(byte[] content) throws IOException {
        Digests digests = new Digests();
        digests.update(content, 0, content.length);
        Fingerprint fingerprint = digests.fingerprint();
        ContentStore.Incoming incoming = store.begin();
        incoming.write(content, content.length);
        store.keep(incoming, fingerprint);
        return fingerprint.sha256();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
