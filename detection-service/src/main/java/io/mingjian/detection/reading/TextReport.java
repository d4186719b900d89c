package io.mingjian.detection.reading;

import io.mingjian.detection.media.MediaFacts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The findings in words, for people. */
final class TextReport implements Report {
    private static final int MOST = 200;

    private final PrintStream out;

    TextReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        // A text has no head.
    }

    @Override
    public void file(FileReading reading) {
        out.printf(
                "%s%n  %s，%d 字节，SHA-256 %s%n",
                clean(reading.path().toString()),
                reading.kind().map(Enum::name).orElse("UNKNOWN"),
                reading.bytes(),
                reading.sha256());
        if (!reading.facts().byName().isEmpty()) {
            out.printf("  容器所载：%s%n", facts(reading.facts()));
        }
        reading.entries().forEach(this::entry);
        out.println();
    }

    private static String facts(MediaFacts facts) {
        List<String> words = new ArrayList<>();
        facts.width().ifPresent(w -> words.add(w + "×" + facts.height().orElse(0) + " 像素"));
        facts.seconds().ifPresent(s -> words.add("%.2f 秒".formatted(s)));
        facts.frames().filter(n -> n > 1).ifPresent(n -> words.add(n + " 帧"));
        facts.framesPerSecond().ifPresent(rate -> words.add("每秒 %.2f 帧".formatted(rate)));
        facts.codec().ifPresent(codec -> words.add("编码 " + clean(codec)));
        if (facts.rotation() != 0) {
            words.add("旋转 " + facts.rotation() + "°");
        }
        return String.join("，", words);
    }

    private void entry(Entry entry) {
        out.printf(
                "  [%s %s] %s（%s）%n",
                entry.outcome().name(), entry.outcome().zhName(), entry.code(), entry.reader());
        Map<String, Object> where = entry.where();
        if (where != null) {
            out.printf("      位置：%s%n", place(where));
        }
        if (entry.value() != null) {
            out.printf("      内容：%s%n", oneLine(String.valueOf(entry.value())));
        }
        out.printf("      表述：%s%n", entry.supports());
        out.printf("      不能证明：%s%n", entry.doesNotProve());
    }

    private static String place(Map<String, Object> where) {
        StringBuilder place = new StringBuilder();
        append(place, "", where.get("member"));
        append(place, place.isEmpty() ? "" : "，", where.get("carrier"));
        append(place, "，键名 ", where.get("keyword"));
        append(place, "，偏移 ", where.get("offset"));
        append(place, "，长度 ", where.get("length"));
        return oneLine(place.toString());
    }

    private static void append(
            StringBuilder place, String label, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            place.append(label).append(value);
        }
    }

    /** Foreign text must not move the cursor of a terminal. */
    private static String oneLine(String text) {
        String clean = clean(text);
        return clean.length() <= MOST ? clean : clean.substring(0, MOST) + "…";
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    }

    @Override
    public void end() {
        // Nor an end.
    }
}
