package io.mingjian.detection.evaluation;

import io.mingjian.detection.forensics.Saturation;
import io.mingjian.detection.model.ModelFile;
import io.mingjian.detection.model.PixelModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is measured: a new score is one line here. */
final class Scores {
    /** How the names of the saturation figures begin. */
    static final String SATURATION = "saturation.";

    private static final List<String> FIGURES =
            List.of("meanSaturation", "fullySaturated", "grey", "crushedBlack", "chromaToLuma");

    private Scores() {}

    static List<Score> shipped(ModelFile.Search model) {
        Findings findings = new Findings(new Saturation());
        Stream<Score> saturation =
                FIGURES.stream()
                        .map(
                                figure ->
                                        new FactScore(
                                                SATURATION + figure,
                                                findings,
                                                "SATURATION_MEASURED",
                                                List.of("figures", figure),
                                                Set.of(),
                                                0));
        return Stream.concat(Stream.of(pixelModel(model)), saturation).toList();
    }

    private static Score pixelModel(ModelFile.Search model) {
        Optional<ModelFile> file =
                model instanceof ModelFile.Search.Ready ready
                        ? Optional.of(ready.file())
                        : Optional.empty();
        return new FactScore(
                "pixel-model",
                new Findings(new PixelModel(model)),
                "PIXEL_MODEL_SCORE",
                List.of("score"),
                file.map(each -> Set.copyOf(each.card().trainingSources())).orElse(Set.of()),
                file.map(ModelFile::bytes).orElse(0));
    }

    /** Starts foreign programs. */
    static List<Score> tools(Map<String, String> commands) throws IOException {
        List<Score> tools = new ArrayList<>();
        for (Map.Entry<String, String> row : commands.entrySet()) {
            tools.add(Tool.start(row.getKey(), row.getValue()));
        }
        return tools;
    }
}
