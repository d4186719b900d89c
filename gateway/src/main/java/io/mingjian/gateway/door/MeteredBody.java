package io.mingjian.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request body that counts itself while it flows and breaks off once it is too long; it keeps
 * nothing.
 */
final class MeteredBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final Progress progress;
    private final Runnable onFirst;
    private long seen;
    private boolean broken;
    private @Nullable Handler<Throwable> failed;

    /** What the body tells while it flows. */
    interface Progress {
        /** Some of it came. */
        void moved();

        /** The service does not take more at the moment. */
        void held();

        /** All of it came. */
        void complete();
    }

    /**
     * @param limit bytes
     * @param onFirst runs before the first piece is passed on
     */
    MeteredBody(ReadStream<Buffer> source, long limit, Progress progress, Runnable onFirst) {
        this.source = source;
        this.limit = limit;
        this.progress = progress;
        this.onFirst = onFirst;
    }

    boolean isTooLong() {
        return seen > limit;
    }

    /** Breaks the body off; whoever pipes it gets the cause. */
    void breakOff(Throwable cause) {
        if (!broken) {
            broken = true;
            if (failed != null) {
                failed.handle(cause);
            }
        }
    }

    @Override
    public MeteredBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> take(chunk, handler));
        return this;
    }

    private void take(Buffer chunk, Handler<Buffer> handler) {
        if (seen == 0) {
            onFirst.run();
        }
        seen += chunk.length();
        if (isTooLong()) {
            breakOff(new TooLongException());
        }
        if (!broken) {
            progress.moved();
            handler.handle(chunk);
        }
    }

    @Override
    public MeteredBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!broken) {
                                progress.complete();
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public MeteredBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public MeteredBody pause() {
        progress.held();
        source.pause();
        return this;
    }

    @Override
    public MeteredBody resume() {
        progress.moved();
        source.resume();
        return this;
    }

    @Override
    public MeteredBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    /** The body grew past its limit. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("request body too long", null, false, false);
        }
    }
}
