package io.mingjian.monitoring.bundle;

import io.mingjian.kit.refusal.Invalid;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files in an archive: relative, plain, and not leading out of it. */
final class EntryName {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");

    /**
     * Signs that some system gives a meaning, and characters that nobody sees or that turn text.
     */
    private static final Pattern NOT_PLAIN =
            Pattern.compile("[\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** Devices of one system, whatever follows the first dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private EntryName() {}

    /**
     * @throws Invalid if a file of this name could lie outside the archive's own folder, or is no
     *     name that every system knows
     */
    static void check(String name, Limits limits) {
        String file = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (name.length() > limits.nameLength()) {
            throw Faulty.of("name-too-long", "文件名过长：“" + Faulty.shown(name) + "”。");
        }
        if (file.isEmpty() || file.startsWith("/") || DRIVE.matcher(file).matches()) {
            throw Faulty.of("absolute-name", "文件名不得为绝对路径：“" + Faulty.shown(name) + "”。");
        }
        String[] steps = file.split("/", -1);
        if (steps.length > limits.depth()) {
            throw Faulty.of("nested-too-deep", "文件夹层数过多：“" + Faulty.shown(name) + "”。");
        }
        for (String step : steps) {
            if (step.isBlank() || step.equals(".") || step.equals("..")) {
                throw Faulty.of("leaves-the-bundle", "文件名不得指向包外：“" + Faulty.shown(name) + "”。");
            }
        }
        if (NOT_PLAIN.matcher(file).find()) {
            throw Faulty.of("name-not-plain", "文件名含有不允许的字符：“" + Faulty.shown(name) + "”。");
        }
        for (String step : steps) {
            if (step.endsWith(".")
                    || !step.strip().equals(step)
                    || DEVICE.matcher(step).matches()) {
                throw Faulty.of(
                        "name-not-plain", "文件名不得以空格或者句点结尾，也不得为系统保留名：“" + Faulty.shown(name) + "”。");
            }
        }
    }

    /** Equal for names that some systems take for the same. */
    static String folded(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
