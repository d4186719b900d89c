package io.mingjian.detection.evidence;

import io.mingjian.detection.media.MediaLimits;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.refusal.TooLarge;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of one request to the disk while hashing it. Never holds more than one buffer; the
 * sender is slowed down to the speed of the disk; writing and hashing happen on a worker thread.
 *
 * <p>A body that is refused is still read to its end (within reason) and thrown away, because a
 * sender that is cut off in the middle does not get to read why.
 */
final class Upload {
    static final String LIMIT = "20 MB";

    private static final Logger LOG = Logger.getLogger(Upload.class);
    private static final long MOST_DRAINED = 4L * MediaLimits.MAX_BYTES;
    private static final long MOST_MILLIS = 300_000;

    private final HttpServerRequest request;
    private final ContentStore store;
    private final Vertx vertx;
    private final Context context;
    private final UniEmitter<? super Received> result;
    private final Digests digests = new Digests();
    private ContentStore.@Nullable Incoming incoming;
    private @Nullable Refusal refusal;
    private long seen;
    private long timer;
    private boolean settled;

    /** A whole body on the disk, not yet in its place. */
    record Received(ContentStore.Incoming incoming, Fingerprint fingerprint) {}

    private Upload(
            HttpServerRequest request,
            ContentStore store,
            Vertx vertx,
            @Nullable Refusal refusal,
            UniEmitter<? super Received> result) {
        this.request = request;
        this.store = store;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.refusal = refusal;
        this.result = result;
    }

    /**
     * Receives the body.
     *
     * @param refusal known before the first byte; the body is then only drained
     */
    static Uni<Received> receive(
            HttpServerRequest request, ContentStore store, Vertx vertx, @Nullable Refusal refusal) {
        return Uni.createFrom()
                .emitter(
                        emitter ->
                                new Upload(
                                                request,
                                                store,
                                                vertx,
                                                refusal != null ? refusal : tooLarge(request),
                                                emitter)
                                        .start());
    }

    private static @Nullable Refusal tooLarge(HttpServerRequest request) {
        return announcedLength(request) > MediaLimits.MAX_BYTES ? new TooLarge(LIMIT) : null;
    }

    private static long announcedLength(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0; // the server has refused such a request already
        }
    }

    private void start() {
        timer = vertx.setTimer(MOST_MILLIS, late -> cut(new TimeoutException("slow upload")));
        request.pause();
        request.handler(this::chunk);
        request.endHandler(end -> work(this::finish));
        request.exceptionHandler(this::abort);
        if (refusal != null && announcedLength(request) > MOST_DRAINED) {
            cut(refusal);
            return;
        }
        request.fetch(1);
    }

    private void chunk(Buffer buffer) {
        seen += buffer.length();
        if (refusal == null && seen > MediaLimits.MAX_BYTES) {
            refusal = new TooLarge(LIMIT);
        }
        if (refusal == null && !settled) {
            byte[] bytes = buffer.getBytes();
            work(() -> write(bytes));
        } else if (refusal != null && seen > MOST_DRAINED) {
            cut(refusal);
        } else {
            request.fetch(1);
        }
    }

    /** Runs in order on a worker; then the next piece is due. */
    private void work(Callable<@Nullable Received> step) {
        context.executeBlocking(step, true)
                .onComplete(
                        done -> {
                            if (done.failed()) {
                                abort(done.cause());
                            } else if (done.result() != null) {
                                complete(done.result());
                            } else {
                                request.fetch(1);
                            }
                        });
    }

    private @Nullable Received write(byte[] bytes) throws IOException {
        ContentStore.Incoming file = open();
        file.write(bytes, bytes.length);
        digests.update(bytes, 0, bytes.length);
        return null;
    }

    private Received finish() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        return new Received(open(), digests.fingerprint());
    }

    private ContentStore.Incoming open() throws IOException {
        ContentStore.Incoming file = incoming;
        if (file == null) {
            file = store.begin();
            incoming = file;
        }
        return file;
    }

    private void complete(Received received) {
        if (settle()) {
            result.complete(received);
        } else {
            discard();
        }
    }

    /** Ends the connection with the answer: what is still to come is too much to be read. */
    private void cut(Throwable why) {
        if (!settled) {
            request.response().putHeader("Connection", "close");
            request.response().endHandler(sent -> request.connection().close());
        }
        abort(why);
    }

    private void abort(Throwable failure) {
        if (settle()) {
            discard();
            result.fail(failure);
        }
    }

    private boolean settle() {
        vertx.cancelTimer(timer);
        boolean first = !settled;
        settled = true;
        return first;
    }

    private void discard() {
        context.executeBlocking(
                        () -> {
                            if (incoming != null) {
                                incoming.close();
                            }
                            return null;
                        },
                        true)
                .onFailure(failure -> LOG.warnf("leftover of an upload stays: %s", failure));
    }
}
