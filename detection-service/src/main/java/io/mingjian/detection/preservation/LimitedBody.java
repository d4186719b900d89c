package io.mingjian.detection.preservation;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The beginning of an answer; what is longer than any time stamp is cut off, and is none. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private static final long MOST_BYTES = 64 << 10;

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private @Nullable Subscription subscription;
    private long seen;

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        seen += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen <= MOST_BYTES) {
            whole.onNext(pieces);
        } else if (subscription != null) {
            subscription.cancel();
            whole.onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
