package io.mingjian.acceptance.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourPicturesTest {
    private static final LocalDateTime TAKEN = LocalDateTime.of(2026, 11, 29, 10, 0);

    @TempDir Path folder;

    @Test
    void whatIsDrawnIsCalledADrawing() {
        TourPictures drawn = TourPictures.drawn(7, TAKEN);
        assertThat(drawn.source()).isEqualTo(TourPictures.Source.DRAWN);
        assertThat(drawn.genuine().name()).contains("绘制的示意图");
        assertThat(drawn.labelled().name()).contains("绘制的示意图");
        assertThat(drawn.changed())
                .hasSize(3)
                .last()
                .extracting(Picture::name)
                .asString()
                .contains("绘制的示意图", "模拟翻拍");
        assertThat(drawn.pair()).isEmpty();
    }

    @Test
    void aFolderWithTheSamplesGivesADamagedObjectAndARealPhotographOfAScreen() throws IOException {
        file("real/trashnet/2a0b62fda0ff643a.jpg");
        file("real/messenger/5e5905329d69f116.jpeg");
        file("recapture/screen/ab52797b13e9015e.jpeg");
        TourPictures samples = TourPictures.from(folder, 7, TAKEN);
        assertThat(samples.source()).isEqualTo(TourPictures.Source.SAMPLES);
        assertThat(samples.genuine().name()).contains("破损", "trashnet").doesNotContain("绘制");
        assertThat(samples.pair().orElseThrow().screen().name()).contains("recapture/screen");
        assertThat(samples.changed()).noneMatch(picture -> picture.name().contains("模拟翻拍"));
    }

    @Test
    void ofAnotherFolderNothingIsExpected() throws IOException {
        file("mine.jpg");
        TourPictures own = TourPictures.from(folder, 7, TAKEN);
        assertThat(own.source()).isEqualTo(TourPictures.Source.OWN);
        assertThat(own.genuine().name()).isEqualTo("mine.jpg");
        assertThat(own.pair()).isEmpty();
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
    }
}
