package io.mingjian.detection.reading;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.MediaLimits;
import io.mingjian.detection.provenance.ImplicitLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file says about itself.
 *
 * @param path as it was named
 * @param bytes its size; -1 when unknown
 * @param sha256 of the whole file; empty when it could not be read
 * @param kind type by content; empty for one that is not read
 * @param verdict what its implicit labels amount to
 */
record FileReading(
        Path path,
        long bytes,
        String sha256,
        Optional<MediaKind> kind,
        LabelVerdict verdict,
        List<Entry> entries) {
    private static final String SELF = "read/1";

    static FileReading of(Path path) {
        long size = -1;
        try {
            size = Files.size(path);
            if (!Files.isRegularFile(path) || size > Integer.MAX_VALUE) {
                return unread(path, size, "", "LIMIT", "不是普通文件，或超过 2 GiB，未读取。");
            }
            return read(path, size);
        } catch (IOException e) {
            return unread(path, size, "", "FILE_UNREADABLE", "文件无法打开：" + e.getMessage());
        }
    }

    /** Pictures are read whole; of larger files only those pages that somebody looks at. */
    private static FileReading read(Path path, long size) throws IOException {
        if (size > MediaLimits.MAX_BYTES) {
            ByteView view = ByteView.of(path);
            return read(path, view, Optional.empty());
        }
        byte[] bytes = Files.readAllBytes(path);
        ByteView view = ByteView.of(bytes);
        Optional<EvidencePicture> picture =
                MediaKind.of(view).filter(MediaKind.PICTURES::contains).isPresent()
                                && EvidencePicture.open(bytes) instanceof Intake.Accepted accepted
                        ? Optional.of(accepted.picture())
                        : Optional.empty();
        return read(path, view, picture);
    }

    private static FileReading read(Path path, ByteView view, Optional<EvidencePicture> picture) {
        String sha256 = view.sha256(0, view.length());
        Optional<MediaFile> file =
                picture.map(EvidencePicture::mediaFile).or(() -> MediaFile.open(view));
        if (file.isEmpty()) {
            return unread(path, view.length(), sha256, "UNSUPPORTED_TYPE", "按内容无法识别为支持的文件类型，未读取。");
        }
        List<Finding> findings = new ArrayList<>();
        AnalyzerPanel.LABELS.forEach(a -> findings.addAll(guarded(a, file.get(), picture)));
        return new FileReading(
                path,
                view.length(),
                sha256,
                Optional.of(file.get().kind()),
                ImplicitLabel.verdict(findings),
                findings.stream().map(Entry::of).toList());
    }

    /** An analyzer that breaks its promise not to throw makes its own step inconclusive. */
    private static List<Finding> guarded(
            Analyzer analyzer, MediaFile file, Optional<EvidencePicture> picture) {
        try {
            if (picture.isPresent()) {
                return analyzer.analyze(picture.get());
            }
            return analyzer instanceof LabelReader reader ? reader.read(file) : List.of();
        } catch (RuntimeException e) {
            return List.of(
                    new CouldNotRead(
                            analyzer.id(),
                            "ANALYZER_FAILED",
                            "该项分析未能完成。",
                            Map.of("failure", e.toString())));
        }
    }

    private static FileReading unread(
            Path path, long size, String sha256, String code, String reason) {
        return new FileReading(
                path,
                size,
                sha256,
                Optional.empty(),
                LabelVerdict.INCONCLUSIVE,
                List.of(Entry.unread(SELF, code, reason, Map.of())));
    }

    /** The strongest of what the findings say. */
    Outcome outcome() {
        if (has(Outcome.FOUND)) {
            return Outcome.FOUND;
        }
        return isConclusive() ? Outcome.NOT_FOUND : Outcome.INCONCLUSIVE;
    }

    boolean isConclusive() {
        return !has(Outcome.INCONCLUSIVE);
    }

    private boolean has(Outcome outcome) {
        return entries.stream().anyMatch(entry -> entry.outcome() == outcome);
    }
}
