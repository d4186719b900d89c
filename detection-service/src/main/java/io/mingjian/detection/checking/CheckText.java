package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.Indication;
import io.mingjian.detection.analysis.PanelReport.Note;
import io.mingjian.detection.analysis.Sighting;
import io.mingjian.detection.finding.Analyzer;
import java.io.PrintStream;
import java.util.List;

/** The indication in words, for people. */
final class CheckText implements CheckReport {
    private final PrintStream out;

    CheckText(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(List<Analyzer> panel) {
        // A text has no head.
    }

    @Override
    public void file(Checked checked) {
        Indication indication = checked.indication();
        line(0, checked.path().toString());
        line(1, "%s，%d 字节，SHA-256 %s".formatted(checked.kind(), checked.bytes(), checked.sha256()));
        line(1, "【" + indication.bandName() + "】" + indication.summary());
        for (Indication.Line signal : indication.lines()) {
            line(
                    1,
                    "[%s] %s（%s/%d）"
                            .formatted(
                                    signal.strengthName(),
                                    signal.code(),
                                    signal.analyzer(),
                                    signal.version()));
            line(3, "表述：" + signal.supports());
            line(3, "不能证明：" + signal.doesNotProve());
        }
        indication.contradictions().forEach(text -> line(1, "并存：" + text));
        for (Checked.Match match : checked.matches()) {
            match(match);
        }
        indication.notes().stream()
                .filter(note -> note.kind() != Note.Kind.NOTHING_FOUND)
                .forEach(note -> line(1, "未判定 %s：%s".formatted(note.code(), note.text())));
        indication.askNext().forEach(text -> line(1, "下一步：" + text));
        out.println();
    }

    private void match(Checked.Match match) {
        Sighting sighting = match.sighting();
        line(1, "同一画面：" + match.path());
        line(
                3,
                sighting.kind().zhName()
                        + sighting.fit()
                                .map(
                                        fit ->
                                                "；"
                                                        + Words.match(
                                                                sighting.distance(),
                                                                sighting.agreement(),
                                                                fit))
                                .orElse("")
                        + sighting.spots().inWords());
    }

    private void line(int steps, String text) {
        out.println("  ".repeat(steps) + Words.clean(text));
    }

    @Override
    public void end() {
        line(0, "本结果由程序自动生成，仅供参考，不构成对事实的认定，也不替代人工判断。");
    }
}
