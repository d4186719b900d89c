package io.mingjian.detection.content;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.paginators.ListObjectVersionsIterable;

/**
 * What a bucket keeps of an object behind its back: with versioning, deleting an object only hides
 * it. A bucket that locks its versions refuses, and then nothing is called destroyed.
 */
final class S3Versions {
    private static final Logger LOG = Logger.getLogger(S3Versions.class);
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final String bucket;

    S3Versions(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /**
     * Whether the bucket keeps versions or once did. A store that does not know the word has none.
     */
    boolean areKept() throws IOException {
        try {
            BucketVersioningStatus status =
                    S3Store.asking(() -> client.getBucketVersioning(ask -> ask.bucket(bucket)))
                            .status();
            return status != null;
        } catch (IOException e) {
            if (e.getCause() instanceof S3Exception answer
                    && List.of(NOT_ALLOWED, NOT_IMPLEMENTED).contains(answer.statusCode())) {
                LOG.debugf("the store knows no versions: %s", answer.getMessage());
                return false;
            }
            throw e;
        }
    }

    /** Deletes all versions of an object and the marks of their deletion. */
    void destroy(String key) throws IOException {
        for (String version : of(key)) {
            S3Store.asking(
                    () ->
                            client.deleteObject(
                                    delete -> delete.bucket(bucket).key(key).versionId(version)));
        }
    }

    private List<String> of(String key) throws IOException {
        return S3Store.asking(
                () -> {
                    ListObjectVersionsIterable pages =
                            client.listObjectVersionsPaginator(
                                    list -> list.bucket(bucket).prefix(key));
                    return Stream.concat(
                                    pages.versions().stream()
                                            .filter(version -> version.key().equals(key))
                                            .map(ObjectVersion::versionId),
                                    pages.deleteMarkers().stream()
                                            .filter(mark -> mark.key().equals(key))
                                            .map(DeleteMarkerEntry::versionId))
                            .toList();
                });
    }
}
