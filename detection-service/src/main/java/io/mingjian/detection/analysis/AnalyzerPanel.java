package io.mingjian.detection.analysis;

import io.mingjian.detection.c2pa.ContentCredentials;
import io.mingjian.detection.c2pa.TrustLists;
import io.mingjian.detection.film.FilmFrames;
import io.mingjian.detection.film.FilmTrack;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.forensics.CopyMove;
import io.mingjian.detection.forensics.Recapture;
import io.mingjian.detection.forensics.Saturation;
import io.mingjian.detection.model.ModelFile;
import io.mingjian.detection.model.PixelModel;
import io.mingjian.detection.provenance.FileHistory;
import io.mingjian.detection.provenance.GeneratorTraces;
import io.mingjian.detection.provenance.ImplicitLabel;
import io.mingjian.detection.provenance.InvisibleWatermark;
import io.mingjian.detection.provenance.LabelTampering;
import io.mingjian.detection.provenance.RemoteCredentials;
import io.mingjian.detection.provenance.SourceType;
import io.mingjian.detection.quantisation.QuantisationTables;
import io.mingjian.detection.thumbnail.EmbeddedThumbnail;
import io.mingjian.detection.visiblelabel.VisibleLabel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every analyzer that looks at a picture, in the order in which its findings are shown. A new
 * analyzer is a class and one line here; a test fails when a class is missing.
 */
public final class AnalyzerPanel {
    private static final VisibleLabel VISIBLE_LABEL = new VisibleLabel();
    private static final PixelModel PIXEL_MODEL = new PixelModel(ModelFile.configured());

    /** What a file says about itself. */
    public static final List<Analyzer> LABELS = labels(TrustLists.official());

    /** Labels of both kinds: what the file says, and what is written in the picture. */
    public static final List<Analyzer> DECLARED =
            Stream.concat(LABELS.stream(), Stream.of(VISIBLE_LABEL)).toList();

    /** Labels first, then what the pixels look like and how a film moves. */
    public static final List<Analyzer> ALL =
            Stream.concat(
                            declared(TrustLists.official()).stream(),
                            Stream.of(
                                    new Saturation(),
                                    new CopyMove(),
                                    new Recapture(),
                                    new FilmFrames(),
                                    new FilmTrack(),
                                    PIXEL_MODEL))
                    .toList();

    private AnalyzerPanel() {}

    /** What a file says about itself, judged by these authorities. */
    private static List<Analyzer> labels(TrustLists lists) {
        return List.of(
                new ImplicitLabel(),
                new LabelTampering(),
                new ContentCredentials(lists),
                new RemoteCredentials(),
                new SourceType(),
                new GeneratorTraces(),
                new InvisibleWatermark(),
                new FileHistory(),
                new QuantisationTables(),
                new EmbeddedThumbnail());
    }

    /** Labels of both kinds: what the file says, and what is written in the picture. */
    public static List<Analyzer> declared(TrustLists lists) {
        return Stream.concat(labels(lists).stream(), Stream.of(VISIBLE_LABEL)).toList();
    }

    /** Whether pictures are shown to this version of this analyzer today. */
    public static boolean asks(AnalyzerId id) {
        return ALL.stream().anyMatch(analyzer -> analyzer.id().equals(id));
    }

    /** All analyzers with their versions. */
    static List<String> names() {
        return ALL.stream().map(analyzer -> analyzer.id().toString()).toList();
    }

    /** Gives back what analyzers hold outside the heap; the next picture takes it again. */
    static void rest() {
        VISIBLE_LABEL.close();
        PIXEL_MODEL.close();
    }
}
