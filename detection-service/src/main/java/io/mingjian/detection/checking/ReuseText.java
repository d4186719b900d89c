package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.FilePrints.Gap;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** The matches in words, for people. */
final class ReuseText implements ReuseReport {
    private final PrintStream out;

    ReuseText(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(int files, int searchable, Map<Path, Gap> gaps) {
        line("索引 %d 份文件，其中 %d 份可按画面查找。".formatted(files, searchable));
        gaps.forEach(
                (path, gap) ->
                        line(
                                "  %s %s：%s"
                                        .formatted(
                                                gap.inPart() ? "部分画面不可查找" : "不可按画面查找",
                                                path,
                                                gap.zhReason())));
        out.println();
    }

    @Override
    public void query(Compared compared) {
        line(compared.path().toString());
        compared.gap()
                .ifPresent(gap -> line((gap.inPart() ? "  部分画面未比对：" : "  未判定：") + gap.zhReason()));
        if (!compared.isFound() && compared.isConclusive()) {
            line("  未找到同一画面；这不表示该图片未被使用过。");
        }
        for (Compared.Match match : compared.matches()) {
            line("  → " + match.path());
            line("      " + words(match));
        }
        out.println();
    }

    private static String words(Compared.Match match) {
        return match.match()
                .map(
                        m ->
                                m.kind().zhName()
                                        + "；"
                                        + Words.match(m.distance(), m.agreement(), m.fit())
                                        + match.spots().inWords())
                .orElse("文件完全相同");
    }

    private void line(String text) {
        out.println(Words.clean(text));
    }

    @Override
    public void end() {
        line("同一画面只说明两份文件显示同一内容，不说明由谁先取得，也不说明使用是否正当。");
    }
}
