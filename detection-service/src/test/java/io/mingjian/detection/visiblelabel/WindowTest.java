package io.mingjian.detection.visiblelabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "4000,3000",
        "3000,4000",
        "1080,8000",
        "8000,1000",
        "64,64",
        "60000,100",
        "384,512"
    })
    void everyLookIsBoundedAndOnTheGrid(int width, int height) {
        assertThat(Window.of(width, height))
                .hasSize(3)
                .allSatisfy(
                        window -> {
                            assertThat(window.width() % Window.GRID).isZero();
                            assertThat(window.height() % Window.GRID).isZero();
                            assertThat(window.width() * window.height())
                                    .isBetween(Window.GRID * Window.GRID, 1_000_000);
                        });
    }

    @ParameterizedTest
    @CsvSource({"4000,3000", "1080,8000", "8000,1000"})
    void theCornersOfALookAreThoseOfItsPart(int width, int height) {
        for (Window window : Window.of(width, height)) {
            Box whole = window.inPicture(new Box(0, 0, window.width(), window.height()));
            assertThat(whole.left()).isEqualTo(window.part().left(), within(1e-6));
            assertThat(whole.bottom()).isEqualTo(window.part().bottom(), within(1e-6));
        }
    }
}
