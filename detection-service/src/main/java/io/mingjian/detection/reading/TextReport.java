package io.mingjian.detection.reading;

import java.io.PrintStream;
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
        reading.entries().forEach(this::entry);
        out.println();
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
        append(place, "", where.get("carrier"));
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
