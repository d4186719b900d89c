package io.mingjian.detection.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a server that speaks S3; it goes away, comes back and is tampered with. */
class S3StoreTest extends ContentStoreContract {
    @TempDir static Path objects;

    private static S3Server server;
    private static S3Client client;

    private S3Store store;

    @BeforeAll
    static void open() {
        server = new S3Server(objects);
        client = ContentStores.client(server.settings());
    }

    @BeforeEach
    void fresh() {
        server.clear();
        store = new S3Store(client, S3Server.BUCKET, directory, CLOCK);
    }

    @AfterAll
    static void close() {
        client.close();
        server.close();
    }

    @Override
    ContentStore store() {
        return store;
    }

    @Override
    List<String> names() {
        return server.names();
    }

    @Override
    void swap(Fingerprint file, byte[] bytes) throws IOException {
        Files.write(server.object(S3Store.key(file)), bytes);
    }

    @Test
    void aServerThatIsAwayIsNoLossAndTheUploadMayComeAgain() throws IOException {
        keep(CONTENT);
        server.stop();
        assertThatThrownBy(() -> store.read(FILE))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ContentLostException.class);
        assertThatThrownBy(store::requireAnswer).isInstanceOf(IOException.class);
        assertThatThrownBy(store::probe).isInstanceOf(IOException.class);
        byte[] other = {1, 2, 3};
        assertThatThrownBy(() -> keep(other)).isInstanceOf(IOException.class);
        assertThat(uploads()).isEmpty();
        server.start();
        assertThat(store.read(FILE)).isEqualTo(CONTENT);
        keep(other);
        assertThat(store.read(Digests.of(other))).isEqualTo(other);
    }

    @Test
    void aBrokenWriteLeavesNoObjectAndIsMadeGoodByTheNext() throws IOException {
        byte[] film = new byte[2 << 20];
        new Random(3).nextBytes(film);
        Fingerprint file = Digests.of(film);
        try (Brook brook = new Brook(server.address().getPort(), 100_000)) {
            S3Client through =
                    ContentStores.client(S3Server.settings(brook.address(), S3Server.SECRET));
            ContentStore shaky = new S3Store(through, S3Server.BUCKET, directory, CLOCK);
            Incoming incoming = shaky.begin();
            incoming.write(film, film.length);
            assertThatThrownBy(() -> shaky.keep(incoming, file)).isInstanceOf(IOException.class);
            assertThat(brook.cut()).as("connections that broke in the middle").isPositive();
            through.close();
        }
        assertThat(store.holds(file)).isFalse();
        keep(film);
        assertThat(store.read(file)).isEqualTo(film);
    }

    @Test
    void aBrokenReadIsNoLoss() throws IOException {
        byte[] film = new byte[2 << 20];
        new Random(4).nextBytes(film);
        keep(film);
        try (Brook brook = new Brook(server.address().getPort(), 100_000)) {
            S3Client through =
                    ContentStores.client(S3Server.settings(brook.address(), S3Server.SECRET));
            ContentStore shaky = new S3Store(through, S3Server.BUCKET, directory, CLOCK);
            assertThatThrownBy(() -> shaky.read(Digests.of(film)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ContentLostException.class);
            assertThat(brook.cut()).isPositive();
            through.close();
        }
    }

    @Test
    void aSecretThatIsWrongIsNoLossEither() throws IOException {
        keep(CONTENT);
        try (S3Client stranger =
                ContentStores.client(S3Server.settings(server.address(), "another"))) {
            ContentStore store = new S3Store(stranger, S3Server.BUCKET, directory, CLOCK);
            assertThatThrownBy(() -> store.read(FILE))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ContentLostException.class);
            assertThatThrownBy(store::probe).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBucketThatIsNotThereDoesNotAnswer() {
        ContentStore nowhere = new S3Store(client, "no-such-bucket", directory, CLOCK);
        assertThatThrownBy(nowhere::requireAnswer).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> nowhere.read(FILE))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ContentLostException.class);
    }

    @Test
    void theProbeAlsoWantsRoomForUploads() throws IOException {
        assertThatCode(store::probe).doesNotThrowAnyException();
        Path blocked = Files.createFile(directory.resolve("file"));
        ContentStore broken = new S3Store(client, S3Server.BUCKET, blocked, CLOCK);
        assertThatThrownBy(broken::probe).isInstanceOf(IOException.class);
    }

    @Test
    void aSettingThatIsMissingIsNamed() {
        S3Settings bare = S3Server.settings(server.address(), " ");
        assertThatThrownBy(() -> ContentStores.client(bare))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mingjian.evidence.s3.secret-key");
    }
}
