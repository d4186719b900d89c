package io.mingjian.detection.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.media.PictureDrawer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PixelModelTest extends AnalyzerContract {
    private static final PixelModel SHIPPED = new PixelModel(ModelFile.shipped());

    @AfterAll
    static void close() {
        SHIPPED.close();
    }

    @Override
    protected Analyzer analyzer() {
        return SHIPPED;
    }

    @Override
    protected byte[] positive() {
        return plainJpeg();
    }

    @Override
    protected String positiveCode() {
        return "PIXEL_MODEL_SCORE";
    }

    @Override
    protected byte[] negative() {
        return PictureDrawer.png(PictureDrawer.goods(95, 200, 3));
    }

    @Test
    void theScoreIsAMeasurementThatSaysWhatItWasMeasuredToDo() {
        Found found = found(plainJpeg(), positiveCode());
        assertThat(found.strength()).isEqualTo(SignalStrength.MEASUREMENT);
        assertThat(found.zhSummary()).contains("试验性");
        assertThat(found.zhDoesNotProve()).contains("AUC", "不参与综合判断");
        assertThat((double) Objects.requireNonNull(found.facts().get("score"))).isBetween(0.0, 1.0);
        assertThat(found.facts()).containsEntry("passedItsGates", false).containsKey("modelSha256");
    }

    @Test
    void tilesAreKeptWithTheirPlacesForAMap() {
        Found found =
                found(PictureDrawer.jpeg(PictureDrawer.goods(400, 200, 5), 0.9), positiveCode());
        List<?> tiles = (List<?>) Objects.requireNonNull(found.facts().get("tiles"));
        assertThat(tiles).hasSize(8);
        assertThat((Map<?, ?>) tiles.get(7)).extracting("x", "y").containsExactly(0.76, 0.52);
    }

    @Test
    void withoutACardThereIsNoScoreAndAWrongOneIsRefused() {
        assertThat(new PixelModel(ModelFile.configured("")).analyze(opened(plainJpeg())))
                .singleElement()
                .isInstanceOfSatisfying(
                        NotApplicable.class, not -> assertThat(not.code()).isEqualTo("NO_MODEL"));
        PixelModel refused = new PixelModel(new ModelFile.Search.Refused("another file"));
        assertThat(refused.analyze(opened(plainJpeg())))
                .singleElement()
                .isInstanceOfSatisfying(
                        CouldNotRead.class,
                        unread -> assertThat(unread.code()).isEqualTo("MODEL_REFUSED"));
    }
}
