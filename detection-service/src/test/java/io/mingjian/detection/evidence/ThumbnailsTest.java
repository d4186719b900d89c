package io.mingjian.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.evidence.Thumbnails.Key;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.kit.refusal.Conflict;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is kept of thumbnails, and what is not. */
class ThumbnailsTest {
    private static final byte[] PICTURE = PictureDrawer.jpeg(PictureDrawer.goods(90, 60, 721), 0.9);
    private static final Key KEY = new Key("ab", 40);

    private final Thumbnails thumbnails = new Thumbnails();
    private final AtomicInteger reads = new AtomicInteger();

    private Thumbnails.Original original(byte[] bytes) {
        return () -> {
            reads.incrementAndGet();
            return bytes;
        };
    }

    @Test
    void oneIsDrawnOnceForEachSize() throws IOException {
        byte[] first = thumbnails.drawn(KEY, original(PICTURE)).bytes();
        assertThat(thumbnails.drawn(KEY, original(PICTURE)).bytes()).isSameAs(first);
        assertThat(thumbnails.known(KEY).orElseThrow().bytes()).isSameAs(first);
        assertThat(reads).hasValue(1);
        Key larger = new Key("ab", 80);
        assertThat(thumbnails.known(larger)).isEmpty();
        assertThat(
                        PictureDrawer.read(thumbnails.drawn(larger, original(PICTURE)).bytes())
                                .getWidth())
                .isEqualTo(80);
        assertThat(reads).hasValue(2);
    }

    @Test
    void thatNothingCanBeDrawnIsKeptAsWell() throws IOException {
        byte[] broken = Arrays.copyOf(PICTURE, 300);
        assertThatThrownBy(() -> thumbnails.drawn(KEY, original(broken)).bytes())
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> thumbnails.drawn(KEY, original(broken)).bytes())
                .isInstanceOf(Conflict.class);
        assertThat(reads).hasValue(1);
    }

    @Test
    void thatAnOriginalIsLostIsNotKept() throws IOException {
        Conflict lost = new Conflict("content-lost", "原始文件缺失。", "The original is missing.");
        assertThatThrownBy(
                        () ->
                                thumbnails.drawn(
                                        KEY,
                                        () -> {
                                            throw lost;
                                        }))
                .isSameAs(lost);
        assertThat(thumbnails.drawn(KEY, original(PICTURE)).bytes()).isNotEmpty();
    }

    @Test
    void ofAContentThatIsDestroyedNoneIsLeft() throws IOException {
        Key other = new Key("cd", 40);
        thumbnails.drawn(KEY, original(PICTURE));
        thumbnails.drawn(other, original(PICTURE));
        thumbnails.forget("ab");
        assertThat(thumbnails.known(KEY)).isEmpty();
        assertThat(thumbnails.known(other)).isPresent();
    }
}
