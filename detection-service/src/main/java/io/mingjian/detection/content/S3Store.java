package io.mingjian.detection.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket, under {@code sha256/ab/cd/abcd…}. An object is there whole or not at all,
 * and is written once: the bucket is asked to take it only under a name that is free.
 */
final class S3Store implements ContentStore {
    private static final Logger LOG = Logger.getLogger(S3Store.class);
    private static final String SHELVES = "sha256/";
    private static final String ASIDE = "aside/";
    private static final String ANY_OBJECT = "*";
    private static final int PRECONDITION_FAILED = 412;
    private static final int WRITTEN_AT_THE_SAME_MOMENT = 409;

    /** Readiness waits three seconds. */
    private static final Duration PATIENCE_OF_A_PROBE = Duration.ofSeconds(2);

    private final S3Client client;
    private final String bucket;
    private final Spool spool;
    private final S3Versions versions;

    /**
     * A store in a bucket that exists.
     *
     * @param folder where uploads gather
     */
    S3Store(S3Client client, String bucket, Path folder, Clock clock) {
        this.client = client;
        this.bucket = bucket;
        this.versions = new S3Versions(client, bucket);
        this.spool = new Spool(folder.toAbsolutePath().normalize().resolve("incoming"), clock);
    }

    @Override
    public Incoming begin() throws IOException {
        return spool.begin();
    }

    @Override
    public void keep(Incoming upload, Fingerprint file) throws IOException {
        try (upload) {
            upload.finish();
            switch (state(file)) {
                case WHOLE -> LOG.debugf("%s is in the bucket already", file.sha256());
                case ABSENT -> putOnce(upload.path(), file);
                case ALTERED -> {
                    LOG.warnf("%s is altered; an upload of the same file replaces it", key(file));
                    put(upload.path(), request(file).build());
                }
            }
        }
    }

    @Override
    public boolean holds(Fingerprint file) throws IOException {
        try {
            return asking(() -> client.headObject(head -> head.bucket(bucket).key(key(file))))
                            .contentLength()
                    == file.sizeBytes();
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    @Override
    public byte[] read(Fingerprint file) throws IOException {
        try {
            return inPlace(file);
        } catch (NoSuchKeyException missing) {
            bringBack(file.sha256());
        }
        try {
            return inPlace(file);
        } catch (NoSuchKeyException e) {
            throw ContentLostException.missing(file, e);
        }
    }

    private byte[] inPlace(Fingerprint file) throws IOException {
        try (ResponseInputStream<GetObjectResponse> in =
                asking(() -> client.getObject(get -> get.bucket(bucket).key(key(file))))) {
            return file.checked(whole(in, file));
        }
    }

    /**
     * All bytes, or one more than the file ever had. A connection that breaks ends the stream like
     * its last byte does, and says nothing about the object.
     */
    private static byte[] whole(ResponseInputStream<GetObjectResponse> in, Fingerprint file)
            throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(file.sizeBytes() + 1));
        long announced = Objects.requireNonNullElse(in.response().contentLength(), 0L);
        if (bytes.length < Math.min(announced, file.sizeBytes())) {
            throw new EOFException("the bucket's answer is cut off");
        }
        return bytes;
    }

    @Override
    public void remove(String sha256) throws IOException {
        destroy(List.of(key(sha256), ASIDE + sha256));
    }

    @Override
    public void setAside(String sha256) throws IOException {
        try {
            move(key(sha256), ASIDE + sha256);
        } catch (NoSuchKeyException e) {
            LOG.debugf("%s is not there any more", sha256);
        }
    }

    @Override
    public int destroyAside(Instant before) throws IOException {
        List<String> keys = keysWrittenBefore(before, ASIDE);
        destroy(keys);
        return keys.size();
    }

    /** Another reader may bring it back at the same moment. */
    private void bringBack(String sha256) throws IOException {
        try {
            move(ASIDE + sha256, key(sha256));
            LOG.warnf("%s was set aside and is asked for; it is back in its place", sha256);
        } catch (NoSuchKeyException e) {
            LOG.debugf("%s was not set aside, or another reader brought it back", sha256);
        }
    }

    private void move(String from, String to) throws IOException {
        asking(
                () ->
                        client.copyObject(
                                copy ->
                                        copy.sourceBucket(bucket)
                                                .sourceKey(from)
                                                .destinationBucket(bucket)
                                                .destinationKey(to)));
        asking(() -> client.deleteObject(delete -> delete.bucket(bucket).key(from)));
    }

    /** With all its versions, where the bucket keeps such: destroyed means that no copy is left. */
    private void destroy(List<String> keys) throws IOException {
        boolean versioned = !keys.isEmpty() && versions.areKept();
        for (String key : keys) {
            if (versioned) {
                versions.destroy(key);
            } else {
                asking(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
            }
        }
    }

    @Override
    public List<String> writtenBefore(Instant time, String shelf) throws IOException {
        return keysWrittenBefore(time, SHELVES + shelf + "/").stream()
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .toList();
    }

    private List<String> keysWrittenBefore(Instant time, String prefix) throws IOException {
        return asking(
                () ->
                        client
                                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .filter(object -> object.lastModified().isBefore(time))
                                .map(S3Object::key)
                                .toList());
    }

    @Override
    public void requireAnswer() throws IOException {
        asking(
                () ->
                        client.headBucket(
                                head ->
                                        head.bucket(bucket)
                                                .overrideConfiguration(
                                                        call ->
                                                                call.apiCallTimeout(
                                                                        PATIENCE_OF_A_PROBE))));
    }

    @Override
    public void probe() throws IOException {
        spool.probe();
        requireAnswer();
    }

    @Override
    public void sweep() throws IOException {
        spool.sweep();
    }

    static String key(Fingerprint file) {
        return key(file.sha256());
    }

    private static String key(String sha256) {
        return SHELVES + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    private enum State {
        ABSENT,
        WHOLE,
        ALTERED
    }

    private State state(Fingerprint file) throws IOException {
        try {
            inPlace(file);
            return State.WHOLE;
        } catch (NoSuchKeyException e) {
            return State.ABSENT;
        } catch (ContentLostException e) {
            return State.ALTERED;
        }
    }

    /** Somebody else may put the same bytes at the same moment; then theirs are kept. */
    private void putOnce(Path from, Fingerprint file) throws IOException {
        try {
            put(from, request(file).ifNoneMatch(ANY_OBJECT).build());
        } catch (IOException e) {
            if (!isTaken(e) || state(file) != State.WHOLE) {
                throw e;
            }
        }
    }

    private static boolean isTaken(IOException failure) {
        return failure.getCause() instanceof S3Exception answer
                && (answer.statusCode() == PRECONDITION_FAILED
                        || answer.statusCode() == WRITTEN_AT_THE_SAME_MOMENT);
    }

    /** The bucket compares the bytes with their hash before it takes them. */
    private PutObjectRequest.Builder request(Fingerprint file) {
        byte[] sha256 = HexFormat.of().parseHex(file.sha256());
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key(file))
                .contentType("application/octet-stream")
                .checksumSHA256(Base64.getEncoder().encodeToString(sha256));
    }

    private void put(Path from, PutObjectRequest request) throws IOException {
        asking(() -> client.putObject(request, RequestBody.fromFile(from)));
    }

    /** That there is no such object is an answer; everything else is silence. */
    static <T> T asking(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            throw new IOException("the bucket does not answer: " + e.getMessage(), e);
        }
    }
}
