package io.mingjian.detection.content;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the store that the settings choose. A setting that is missing stops the start. */
@ApplicationScoped
class ContentStores {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    private @Nullable S3Client client;

    /** What can hold the bytes. */
    enum Kind {
        FILES,
        S3
    }

    @Produces
    @ApplicationScoped
    @Startup
    ContentStore store(
            @ConfigProperty(name = "mingjian.evidence.store") Kind kind,
            @ConfigProperty(name = "mingjian.evidence.dir") Path folder,
            S3Settings settings,
            Clock clock) {
        return switch (kind) {
            case FILES -> new FileStore(folder, clock);
            case S3 -> {
                S3Client opened = client(settings);
                client = opened;
                yield new S3Store(opened, required("bucket", settings.bucket()), folder, clock);
            }
        };
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }

    /**
     * Speaks no more of the protocol than all S3 stores understand: the checksums that Amazon's
     * client adds by itself are left out, as the store checks the bytes by their own hash.
     */
    static S3Client client(S3Settings settings) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE))
                        .overrideConfiguration(all -> all.apiCallTimeout(LONGEST_CALL))
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                required("access-key", settings.accessKey()),
                                                required("secret-key", settings.secretKey()))));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static String required(String name, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "mingjian.evidence.s3."
                                                + name
                                                + " is needed where mingjian.evidence.store is s3"));
    }
}
