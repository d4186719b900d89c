package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static Channel channel(byte[] file, int longSide) {
        return Channel.of(MediaFile.open(ByteView.of(file)).orElseThrow(), longSide);
    }

    @Test
    void aDrawnFileCameAnotherWay() {
        assertThat(channel(PictureDrawer.png(PictureDrawer.goods(160, 120, 1)), 1_280))
                .isEqualTo(Channel.OTHER);
        byte[] jpeg = PictureDrawer.jpeg(PictureDrawer.goods(160, 120, 1), 0.75);
        assertThat(channel(jpeg, 160)).isEqualTo(Channel.OTHER);
        assertThat(channel(jpeg, 1_280)).isEqualTo(Channel.MESSENGER);
    }

    @Test
    void sampleFilesGoWhereTheyCameFrom() {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        assertThat(SampleFiles.pictures(images.get().resolve("real/cameras")))
                .filteredOn(file -> channel(SampleFiles.bytes(file), 640) == Channel.CAMERA)
                .hasSizeGreaterThan(45);
        assertThat(SampleFiles.pictures(images.get().resolve("real/messenger")))
                .filteredOn(file -> channel(SampleFiles.bytes(file), 1_152) == Channel.MESSENGER)
                .hasSizeGreaterThan(35);
    }
}
