package io.mingjian.detection.bank;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may put what into which bank. */
final class BankRules {
    /** Characters of a note, a source or the grounds. */
    static final int LONGEST = 500;

    private BankRules() {}

    /** What somebody wants to put in, without its picture. */
    record Wanted(
            Bank bank, String note, String source, Optional<RestsOn> restsOn, String grounds) {}

    /**
     * Refuses what this caller may not put in, or not so.
     *
     * @throws Forbidden if the bank is not the caller's to fill
     * @throws Invalid if something is missing or too long; all faults at once
     */
    static void check(Caller caller, Wanted wanted) {
        if (wanted.bank() == Bank.COMMON) {
            throw new Invalid(
                    "/bank",
                    "filled-by-machine",
                    "多处共见的画面由系统隔离产生，不能手工加入。",
                    "Common pictures come from the quarantine alone.");
        }
        if (!wanted.bank().mayBeFilledBy(caller)) {
            throw new Forbidden(
                    "该图库由其他机构或者人员维护。", "This bank is kept by another organisation or role.");
        }
        List<FieldError> faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static List<FieldError> faults(Wanted wanted) {
        List<FieldError> faults = new ArrayList<>();
        if (wanted.bank() == Bank.KNOWN_AI && wanted.restsOn().isEmpty()) {
            faults.add(missing("/restsOn", "请选择认定为生成所依据的材料。"));
        }
        if (wanted.bank() == Bank.KNOWN_AI && wanted.grounds().isBlank()) {
            faults.add(missing("/grounds", "请说明认定为生成的依据。"));
        }
        if (wanted.bank() == Bank.STOCK && wanted.source().isBlank()) {
            faults.add(missing("/source", "请写明该图片公开的出处。"));
        }
        notKept("/note", wanted.note()).ifPresent(faults::add);
        notKept("/source", wanted.source()).ifPresent(faults::add);
        notKept("/grounds", wanted.grounds()).ifPresent(faults::add);
        return faults;
    }

    private static FieldError missing(String pointer, String zh) {
        return new FieldError(pointer, "missing", zh, "This is needed for this bank.");
    }

    /** A field of a form may hold what no JSON body gets as far as this with. */
    private static Optional<FieldError> notKept(String pointer, String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of(
                    new FieldError(
                            pointer,
                            "null-character",
                            "含有空字符（U+0000），无法保存，请删去后重试。",
                            "It holds the null character (U+0000), which no text can keep."));
        }
        return text.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(
                        new FieldError(
                                pointer,
                                "too-long",
                                "不超过 " + LONGEST + " 个字。",
                                "At most " + LONGEST + " characters."));
    }
}
