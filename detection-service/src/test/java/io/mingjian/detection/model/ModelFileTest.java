package io.mingjian.detection.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.network.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static ModelFile shipped() {
        return ((ModelFile.Search.Ready) ModelFile.shipped()).file();
    }

    private static byte[] resource(String name) throws IOException {
        return Objects.requireNonNull(ModelFile.class.getResourceAsStream(name)).readAllBytes();
    }

    @Test
    void theShippedModelIsSmallAndPretendsNothing() {
        assertThat(shipped().bytes()).isLessThan(1_000_000);
        Card card = shipped().card();
        assertThat(card.gates()).hasSize(4);
        assertThat(card.passedItsGates()).isFalse();
        assertThat(card.trainingSources()).isNotEmpty();
        assertThat(card.figure("auc")).isPresent();
    }

    /** The tile is drawn as by the training's export.py. */
    @Test
    void theNetworkAnswersHereAsItDidWhereItWasTrained() throws OrtException {
        int side = Tiles.SIDE;
        int[] rgb = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                rgb[y * side + x] =
                        (7 * x + 3 * y) % 256 << 16 | x * y % 256 << 8 | (5 * x + 11 * y) % 256;
            }
        }
        Pixels pixels = Pixels.of(side, side, rgb);
        List<Tiles.Corner> corners = Tiles.corners(side, side, 4);
        try (Network network = shipped().open()) {
            float[] patches = network.ask(Tiles.values(pixels, corners), 1, 3, side, side);
            TileScores scores = TileScores.of(side, side, corners, patches);
            assertThat(patches).hasSize(144);
            assertThat(scores.logits().get(0))
                    .isCloseTo(shipped().card().checkMean(), within(1e-3));
        }
    }

    @Test
    void aModelOtherThanTheCardsIsRefused(@TempDir Path folder) throws IOException {
        assertThat(ModelFile.at(folder)).isInstanceOf(ModelFile.Search.None.class);
        Files.write(folder.resolve(ModelFile.CARD), resource(ModelFile.CARD));
        assertThat(ModelFile.at(folder)).isInstanceOf(ModelFile.Search.Refused.class);
        byte[] model = resource(ModelFile.MODEL);
        Files.write(folder.resolve(ModelFile.MODEL), model);
        assertThat(ModelFile.at(folder)).isInstanceOf(ModelFile.Search.Ready.class);
        model[model.length / 2] ^= 1;
        Files.write(folder.resolve(ModelFile.MODEL), model);
        assertThat(ModelFile.at(folder)).isInstanceOf(ModelFile.Search.Refused.class);
    }

    @Test
    void aCardThatLacksSomethingIsRefused(@TempDir Path folder) throws IOException {
        String card = new String(resource(ModelFile.CARD), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(ModelFile.CARD), card.replace("\"tilesAcross\"", "\"tiles\""));
        assertThat(ModelFile.at(folder))
                .isInstanceOfSatisfying(
                        ModelFile.Search.Refused.class,
                        refused -> assertThat(refused.reason()).contains("tilesAcross"));
    }

    @Test
    void theTopThirdCountsWithoutItsTopmostTile() {
        List<Tiles.Corner> corners = Tiles.corners(9 * 96, 96, 9);
        TileScores scores =
                new TileScores(
                        864,
                        96,
                        corners,
                        List.of(9.0, 1.0, 1.0, -4.0, -4.0, -4.0, -4.0, -4.0, -4.0));
        assertThat(scores.score()).isCloseTo(TileScores.probability(1), within(1e-9));
        assertThat(Tiles.corners(95, 400, 4)).isEmpty();
    }
}
