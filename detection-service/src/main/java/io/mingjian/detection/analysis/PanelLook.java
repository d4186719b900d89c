package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.InDocument;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidenceDocument;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks analyzers about a file of whatever kind: of a document also about every picture in it, with
 * its place. An analyzer that breaks its promise not to throw makes its own step inconclusive, not
 * the whole.
 */
public final class PanelLook {
    private static final AnalyzerId SELF = new AnalyzerId("members", 1);

    private final List<Analyzer> panel;
    private final Guard guard;

    /** What happens around each question; told of failures, for its log. */
    public interface Guard {
        List<Finding> ask(Analyzer analyzer, Supplier<List<Finding>> question);
    }

    public PanelLook(List<Analyzer> panel, Guard guard) {
        this.panel = List.copyOf(panel);
        this.guard = guard;
    }

    public List<Finding> at(EvidencePicture picture) {
        List<Finding> findings = new ArrayList<>();
        questions(picture).forEach(question -> findings.addAll(question.get()));
        findings.addAll(onFrames(picture));
        return findings;
    }

    /** What {@link #at(EvidencePicture)} asks, for those who ask it all at once. */
    List<Supplier<List<Finding>>> questions(EvidencePicture picture) {
        return panel.stream()
                .filter(a -> a.reads().contains(picture.kind()))
                .<Supplier<List<Finding>>>map(a -> () -> ask(a, () -> a.analyze(picture)))
                .toList();
    }

    /** That further frames were not looked at; empty for a picture of one. */
    static List<Finding> onFrames(EvidencePicture picture) {
        return picture.frames() > 1
                ? List.of(
                        new NotApplicable(
                                SELF,
                                "ONLY_FIRST_FRAME",
                                "该图片含 %d 帧，只分析了第一帧，其余各帧请人工查看。".formatted(picture.frames())))
                : List.of();
    }

    public List<Finding> at(EvidenceFilm film) {
        List<Finding> findings = new ArrayList<>();
        panel.forEach(a -> findings.addAll(ask(a, () -> a.watch(film))));
        return findings;
    }

    /** A file of which only the labels can be read. */
    public List<Finding> at(MediaFile file) {
        List<Finding> findings = new ArrayList<>();
        for (Analyzer analyzer : panel) {
            if (analyzer instanceof LabelReader reader) {
                findings.addAll(ask(reader, () -> reader.read(file)));
            }
        }
        return findings;
    }

    public List<Finding> at(EvidenceDocument document) {
        return at(document, member -> {});
    }

    /** The same; each member is also shown to another one, while it is there. */
    List<Finding> at(EvidenceDocument document, Consumer<Member> other) {
        List<Finding> findings = new ArrayList<>(at(document.mediaFile()));
        int before = findings.size();
        int[] looked = {0};
        document.members()
                .forEach(
                        member -> {
                            looked[0]++;
                            findings.addAll(at(member));
                            other.accept(member);
                        });
        findings.add(before, summary(looked[0]));
        return findings;
    }

    private static Finding summary(int looked) {
        return new NothingFound(
                SELF,
                looked == 0
                        ? "文档中没有可读取的嵌入图片。"
                        : "文档中的 " + looked + " 幅嵌入图片已逐一查看，有发现或未能读取的在各自位置列出。");
    }

    /** Of what nothing was found in a member the document's summary speaks. */
    private List<Finding> at(Member member) {
        if (member.content() instanceof Member.Content.Picture picture) {
            return at(picture.picture()).stream()
                    .filter(finding -> !(finding instanceof NothingFound))
                    .map(finding -> InDocument.of(member, finding))
                    .toList();
        }
        Member.Content.Unread unread = (Member.Content.Unread) member.content();
        return List.of(
                InDocument.of(
                        member,
                        new CouldNotRead(SELF, unread.code(), unread.zhReason(), Map.of())));
    }

    private List<Finding> ask(Analyzer analyzer, Supplier<List<Finding>> question) {
        return guard.ask(analyzer, question);
    }

    /** What is told of an analyzer that failed. */
    public static CouldNotRead failed(Analyzer analyzer, Map<String, Object> facts) {
        return new CouldNotRead(analyzer.id(), "ANALYZER_FAILED", "该项分析未能完成。", facts);
    }
}
