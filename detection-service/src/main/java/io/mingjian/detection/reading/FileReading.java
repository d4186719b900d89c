package io.mingjian.detection.reading;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.PanelLook;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaFacts;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.MediaLimits;
import io.mingjian.detection.provenance.ImplicitLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one file says about itself.
 *
 * @param path as it was named
 * @param bytes its size; -1 when unknown
 * @param sha256 of the whole file; empty when it could not be read
 * @param kind type by content; empty for one that is not read
 * @param facts what its heads claim of size and length
 * @param verdict what its implicit labels amount to
 */
record FileReading(
        Path path,
        long bytes,
        String sha256,
        Optional<MediaKind> kind,
        MediaFacts facts,
        LabelVerdict verdict,
        List<Entry> entries) {
    private static final String SELF = "read/1";

    static FileReading of(Path path, List<Analyzer> labels) {
        long size = -1;
        try {
            size = Files.size(path);
            if (!Files.isRegularFile(path) || size > Integer.MAX_VALUE) {
                return unread(path, size, "", "LIMIT", "不是普通文件，或超过 2 GiB，未读取。");
            }
            return read(path, size, labels);
        } catch (IOException e) {
            return unread(path, size, "", "FILE_UNREADABLE", "文件无法打开：" + e.getMessage());
        }
    }

    /** Only those pages of a large file are read that somebody looks at. */
    private static FileReading read(Path path, long size, List<Analyzer> labels)
            throws IOException {
        ByteView view =
                size > MediaLimits.MAX_BYTES
                        ? ByteView.of(path)
                        : ByteView.of(Files.readAllBytes(path));
        String sha256 = view.sha256(0, view.length());
        Optional<MediaFile> file = MediaFile.open(view);
        if (file.isEmpty()) {
            return unread(path, size, sha256, "UNSUPPORTED_TYPE", "按内容无法识别为支持的文件类型，未读取。");
        }
        List<Finding> findings = findings(file.get(), labels);
        return new FileReading(
                path,
                size,
                sha256,
                Optional.of(file.get().kind()),
                MediaFacts.of(file.get()),
                ImplicitLabel.verdict(findings),
                findings.stream().map(Entry::of).toList());
    }

    /** What the service would not take is still read for its labels. */
    private static List<Finding> findings(MediaFile file, List<Analyzer> labels) {
        PanelLook look = new PanelLook(labels, FileReading::guarded);
        Intake intake = Intake.of(file);
        if (intake instanceof Intake.Accepted accepted) {
            return look.at(accepted.picture());
        }
        return intake instanceof Intake.Document document
                ? look.at(document.document())
                : look.at(file);
    }

    private static List<Finding> guarded(Analyzer analyzer, Supplier<List<Finding>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return List.of(PanelLook.failed(analyzer, Map.of("failure", e.toString())));
        }
    }

    private static FileReading unread(
            Path path, long size, String sha256, String code, String reason) {
        return new FileReading(
                path,
                size,
                sha256,
                Optional.empty(),
                MediaFacts.NONE,
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
