package io.mingjian.detection.evidence;

import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.content.Digests;
import io.mingjian.detection.content.Fingerprint;
import io.mingjian.detection.content.Incoming;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaKind;
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
    /** Enough of a file to tell a film by. */
    private static final int HEAD = 64;

    private static final Logger LOG = Logger.getLogger(Upload.class);
    private static final long MOST_DRAINED = 2L * MediaLimits.MAX_FILM_BYTES;
    private static final long MOST_MILLIS = 300_000;

    private final HttpServerRequest request;
    private final ContentStore store;
    private final Vertx vertx;
    private final Context context;
    private final UniEmitter<? super Received> result;
    private final Digests digests = new Digests();
    private @Nullable Incoming incoming;
    private @Nullable Refusal refusal;
    private final Buffer head = Buffer.buffer(HEAD);
    private long seen;
    private long timer;
    private boolean settled;

    /** A whole body on the disk, not yet in its place. */
    record Received(Incoming incoming, Fingerprint fingerprint) {}

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
        return announcedLength(request) > MediaLimits.MAX_FILM_BYTES
                ? new TooLarge(limit(true))
                : null;
    }

    /** The limit in words. */
    static String limit(boolean film) {
        return film ? "64 MB" : "20 MB";
    }

    private boolean isFilm() {
        return MediaKind.of(ByteView.of(head.getBytes()))
                .filter(MediaKind.FILMS::contains)
                .isPresent();
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
        if (head.length() < HEAD) {
            head.appendBuffer(buffer, 0, Math.min(buffer.length(), HEAD - head.length()));
        }
        if (refusal == null && seen > MediaLimits.MAX_BYTES) {
            boolean film = isFilm();
            refusal = film && seen <= MediaLimits.MAX_FILM_BYTES ? null : new TooLarge(limit(film));
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
        Incoming file = open();
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

    private Incoming open() throws IOException {
        Incoming file = incoming;
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
