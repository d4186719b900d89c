package io.mingjian.detection.checking;

import io.mingjian.detection.checking.Compared.Trouble;
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
    public void begin(int files, int searchable, Map<Path, Trouble> troubles) {
        line("索引 %d 份文件，其中 %d 份可按画面查找。".formatted(files, searchable));
        troubles.forEach(
                (path, trouble) -> line("  不可按画面查找 %s：%s".formatted(path, trouble.zhReason())));
        out.println();
    }

    @Override
    public void query(Compared compared) {
        line(compared.path().toString());
        compared.trouble().ifPresent(trouble -> line("  未判定：" + trouble.zhReason()));
        if (compared.matches().isEmpty() && compared.trouble().isEmpty()) {
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
                                        + Words.match(m.distance(), m.agreement(), m.fit()))
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
