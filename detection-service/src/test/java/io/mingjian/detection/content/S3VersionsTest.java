package io.mingjian.detection.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket that keeps versions. The server that other tests talk to knows none, so the few answers
 * of one that does are written out here.
 */
class S3VersionsTest {
    private static final String NAME = "ab".repeat(32);
    private static final String KEY = "sha256/ab/ab/" + NAME;
    private static final String VERSIONS =
            """
            <ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <Name>evidence</Name><IsTruncated>false</IsTruncated>
              <Version><Key>%1$s</Key><VersionId>first</VersionId><IsLatest>false</IsLatest></Version>
              <Version><Key>%1$s</Key><VersionId>second</VersionId><IsLatest>false</IsLatest></Version>
              <Version><Key>%1$s-of-another</Key><VersionId>other</VersionId></Version>
              <DeleteMarker><Key>%1$s</Key><VersionId>mark</VersionId><IsLatest>true</IsLatest></DeleteMarker>
            </ListVersionsResult>
            """;

    @TempDir Path directory;

    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private S3Client client;
    private S3Store store;
    private String versioning = "<Status>Enabled</Status>";
    private int refusal;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client =
                S3Client.builder()
                        .endpointOverride(
                                URI.create("http://localhost:" + server.getAddress().getPort()))
                        .forcePathStyle(true)
                        .region(Region.of("cn-east"))
                        .httpClient(UrlConnectionHttpClient.create())
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test-only", "test-only")))
                        .build();
        store = new S3Store(client, "evidence", directory, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void whatIsDestroyedLeavesNoVersion() throws IOException {
        store.remove(NAME);
        assertThat(deleted)
                .filteredOn(each -> each.contains(KEY))
                .containsExactly(
                        "/evidence/" + KEY + "?versionId=first",
                        "/evidence/" + KEY + "?versionId=second",
                        "/evidence/" + KEY + "?versionId=mark");
    }

    @Test
    void aBucketThatStoppedKeepingVersionsStillHasTheOldOnes() throws IOException {
        versioning = "<Status>Suspended</Status>";
        store.remove(NAME);
        assertThat(deleted).anyMatch(each -> each.endsWith("versionId=first"));
    }

    @Test
    void aBucketWithoutVersionsIsAskedOnce() throws IOException {
        versioning = "";
        store.remove(NAME);
        assertThat(deleted).containsExactly("/evidence/" + KEY, "/evidence/aside/" + NAME);
    }

    @Test
    void aBucketThatLocksItsVersionsIsNotSaidToHaveDestroyedThem() {
        refusal = 403;
        assertThatThrownBy(() -> store.remove(NAME)).isInstanceOf(IOException.class);
    }

    private void answer(HttpExchange call) throws IOException {
        String query = String.valueOf(call.getRequestURI().getQuery());
        if (call.getRequestMethod().equals("DELETE")) {
            deleted.add(call.getRequestURI().toString());
            send(call, refusal == 0 ? 204 : refusal, "");
        } else if (query.contains("versioning")) {
            send(
                    call,
                    200,
                    "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                            + versioning
                            + "</VersioningConfiguration>");
        } else {
            send(call, 200, VERSIONS.formatted(KEY));
        }
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
