package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpotsTest {
    private final Spots filmAndDocument = new Spots(2.0, null, null, "第 3 页嵌入图片 1");

    @Test
    void eachSideIsToldAndTwoPicturesHaveNone() {
        assertThat(filmAndDocument.inWords()).isEqualTo("；本视频约第 2 秒；另一文档中为：第 3 页嵌入图片 1");
        assertThat(new Spots(0.0, 12.5, null, null).inWords())
                .isEqualTo("；本视频约第 0 秒；另一视频约第 12.5 秒");
        assertThat(Spots.NONE.inWords()).isEmpty();
    }

    @Test
    void onlyWhatIsShownOfAFilmOrADocumentCanBeMarked() {
        assertThat(Spots.NONE.isShown()).isTrue();
        assertThat(Spots.NONE.hereInWords()).isEmpty();
        assertThat(new Spots(0.0, 12.5, null, null).isShown()).isTrue();
        assertThat(filmAndDocument.isShown()).isFalse();
        assertThat(filmAndDocument.hereInWords()).isEqualTo("本视频中约为第 2 秒。");
        assertThat(filmAndDocument.reversed().isShown()).isFalse();
        assertThat(filmAndDocument.reversed().hereInWords()).isEqualTo("本文档中为：第 3 页嵌入图片 1。");
    }

    @Test
    void toldOfTheOtherOneTheSidesChange() {
        assertThat(filmAndDocument.reversed()).isEqualTo(new Spots(null, 2.0, "第 3 页嵌入图片 1", null));
        assertThat(filmAndDocument.reversed().reversed()).isEqualTo(filmAndDocument);
    }
}
