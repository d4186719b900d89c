package io.mingjian.registry.complaint;

import io.mingjian.registry.code.Faults;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A consent: when it was given and how.
 *
 * @param on legal day, not after the day on which it is recorded
 */
@Schema(name = "Consent", description = "同意的日期与方式 / A consent, when and how")
record Consent(LocalDate on, Form how) {

    /** How a consent is given. */
    enum Form {
        /** In writing, also on the complaint form. */
        WRITTEN("书面"),
        /** By phone; the officer took it down. */
        PHONE("电话"),
        /** In person before the officer. */
        IN_PERSON("当面"),
        /** By message or through a platform. */
        ELECTRONIC("短信、平台等电子方式");

        private final String zh;

        Form(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** A consent as it is sent in. */
    @Schema(name = "ConsentRequest", description = "同意的日期与方式")
    record Request(
            @Nullable @Schema(required = true) LocalDate on,
            @Nullable @Schema(required = true) Form how) {}

    /** Reads a consent that must be there. */
    static Optional<Consent> required(
            String pointer, @Nullable Request given, LocalDate today, Faults faults, String zhWho) {
        if (given == null) {
            faults.add(
                    pointer,
                    "consent-missing",
                    "须记录" + zhWho + "的同意及其日期、方式。",
                    "A consent is needed.");
            return Optional.empty();
        }
        return optional(pointer, given, today, faults);
    }

    /** Reads a consent if there is one. */
    static Optional<Consent> optional(
            String pointer, @Nullable Request given, LocalDate today, Faults faults) {
        if (given == null) {
            return Optional.empty();
        }
        LocalDate on = given.on();
        Form how = given.how();
        if (on == null) {
            faults.add(pointer + "/on", "required", "请填写同意的日期。", "This field is required.");
        } else if (on.isAfter(today)) {
            faults.add(pointer + "/on", "in-the-future", "同意的日期不得晚于今天。", "Not in the future.");
        }
        if (how == null) {
            faults.add(pointer + "/how", "required", "请选择同意的方式。", "This field is required.");
        }
        return on == null || how == null ? Optional.empty() : Optional.of(new Consent(on, how));
    }
}
