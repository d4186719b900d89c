package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.analysis.AnalysisViews.ReuseView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said beside the number of other pieces, so that no reader takes it for more. */
class ReuseViewTest {
    private static final List<Sighting> NONE = List.of();
    private static final List<Sighting> ONE = List.of(Sighting.copy(new UUID(0, 1)));

    @Test
    void thatThereIsNoneIsSaidWithWhatWasNotLookedFor() {
        assertThat(of(NONE, Searched.WHOLE, Scope.EVERYBODY).note()).isEqualTo("未见。未见不说明该图片未曾使用。");
        assertThat(of(NONE, Searched.IN_PART, Scope.EVERYBODY).note())
                .startsWith("已查重的画面未见。其余画面未作查重");
        assertThat(of(NONE, Searched.NOT, Scope.OWN).note())
                .startsWith("画面未作查重")
                .contains("未与其他机构的证据查对。")
                .endsWith("在本机构提交的证据中未见完全相同的文件。");
    }

    @Test
    void besideWhatWasFoundOnlyWhatWasNotLookedForIsSaid() {
        assertThat(of(ONE, Searched.WHOLE, Scope.EVERYBODY).note()).isNull();
        assertThat(of(ONE, Searched.WHOLE, Scope.OWN).note()).isEqualTo("未与其他机构的证据查对。");
        assertThat(of(ONE, Searched.IN_PART, Scope.EVERYBODY).note()).isEqualTo("其余画面未作查重，原因见说明。");
    }

    private static ReuseView of(List<Sighting> sightings, Searched searched, Scope scope) {
        return ReuseView.of(new PictureMatches.Found(sightings, false), List.of(), searched, scope);
    }
}
