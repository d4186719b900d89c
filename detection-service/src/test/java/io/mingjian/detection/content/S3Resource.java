package io.mingjian.detection.content;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the service a bucket in the place of its folder, and the test the server behind it. */
public class S3Resource implements QuarkusTestResourceLifecycleManager {
    private S3Server server;

    @Override
    public Map<String, String> start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            server = new S3Server(Files.createTempDirectory(target, "test-bucket"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "mingjian.evidence.store", "s3",
                "mingjian.evidence.s3.endpoint", server.address().toString(),
                "mingjian.evidence.s3.bucket", S3Server.BUCKET,
                "mingjian.evidence.s3.access-key", S3Server.KEY,
                "mingjian.evidence.s3.secret-key", S3Server.SECRET);
    }

    @Override
    public void inject(TestInjector test) {
        test.injectIntoFields(server, new TestInjector.MatchesType(S3Server.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
