package io.mingjian.registry.code;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a form, so that it comes back with all faults at once. */
public final class Faults {
    private final List<FieldError> errors = new ArrayList<>();

    /** Names a fault; the same one at the same place only once. */
    public void add(String pointer, String code, String zh, String en) {
        boolean named =
                errors.stream()
                        .anyMatch(
                                each -> each.pointer().equals(pointer) && each.code().equals(code));
        if (!named) {
            errors.add(new FieldError(pointer, code, zh, en));
        }
    }

    /** Throws {@link Invalid} if any fault was found. */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** The trimmed text; a fault if it is absent. */
    public Optional<String> required(
            String pointer, @Nullable String text, int longest, String zhName) {
        Optional<String> given = optional(pointer, text, longest, zhName);
        if (text == null || text.isBlank()) {
            add(pointer, "required", "请填写" + zhName + "。", "This field is required.");
        }
        return given;
    }

    /** The trimmed text if there is one; a fault if it is too long or holds control characters. */
    public Optional<String> optional(
            String pointer, @Nullable String text, int longest, String zhName) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        if (trimmed.length() > longest) {
            add(
                    pointer,
                    "too-long",
                    zhName + "不得超过" + longest + "个字符，现有" + trimmed.length() + "个。",
                    "At most " + longest + " characters.");
            return Optional.empty();
        }
        if (trimmed.codePoints().anyMatch(Faults::isHidden)) {
            add(
                    pointer,
                    "control-character",
                    zhName + "含有不可见的控制字符。",
                    "Control characters are not allowed.");
            return Optional.empty();
        }
        return Optional.of(trimmed);
    }

    /**
     * Characters that nobody sees but that change what others see: controls other than line breaks
     * and tabs, halves of surrogate pairs, marks that turn the direction of writing.
     */
    private static boolean isHidden(int point) {
        boolean turnsWriting =
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            case Character.SURROGATE -> true;
            default -> turnsWriting;
        };
    }

    /** The code of an enumeration; a fault if it is absent or unknown. */
    public <E extends Enum<E>> Optional<E> requiredCode(
            String pointer, Class<E> type, @Nullable String text, String zhName) {
        if (text == null || text.isBlank()) {
            add(pointer, "required", "请选择" + zhName + "。", "This field is required.");
            return Optional.empty();
        }
        return code(pointer, type, text, zhName);
    }

    /** The code of an enumeration if one is given; a fault if it is unknown. */
    public <E extends Enum<E>> Optional<E> code(
            String pointer, Class<E> type, @Nullable String text, String zhName) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(text.strip()))
                        .findFirst();
        if (found.isEmpty()) {
            String known =
                    Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "));
            add(
                    pointer,
                    "unknown-code",
                    zhName + "代码无效，可用：" + known + "。",
                    "Use one of: " + known + ".");
        }
        return found;
    }

    /** A check of a number that the state gives. */
    public interface Check {
        CodeCheck of(String value);
    }

    /** The value if it passes; else a fault that says what the check found. */
    public Optional<String> checked(
            String pointer, Optional<String> value, Check check, String code, String zhWhat) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        CodeCheck found = check.of(value.get());
        if (found.isOk()) {
            return value;
        }
        String suffix = found.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(
                pointer,
                code + "-" + suffix,
                zhWhat + "：" + found.zh() + "。",
                "Not valid: " + suffix.replace('-', ' ') + ".");
        return Optional.empty();
    }
}
