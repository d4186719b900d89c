package io.mingjian.registry.document;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.Faults;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes in at the doors that change how a notice stands; each names all its faults. */
final class ServiceRequests {
    private static final int NAME = 200;
    private static final int TEXT = 2_000;
    private static final int LONG_TEXT = 10_000;

    /** What the decision said; another decision is needed to say something else. */
    private static final Set<String> OF_THE_DECISION =
            Set.of("ground", "factors", "basis", "result", "reward", "agreement");

    private ServiceRequests() {}

    /**
     * A notice was served, or an earlier entry about it was wrong.
     *
     * @param servedOn day of service: of publication the day from which it counts as served
     * @param consent of electronic service: how and when the recipient agreed
     * @param proof what proves it; or the evidence that shows it
     * @param reasons of a correction: what was wrong
     */
    @Schema(name = "DocumentServiceRequest", description = "登记送达，或者更正送达登记 / Service of a notice")
    record ServiceRequest(
            @Nullable @Schema(required = true, implementation = ServiceMethod.class) String method,
            @Nullable @Schema(required = true) LocalDate servedOn,
            @Nullable @Schema(required = true) String recipient,
            @Nullable String consent,
            @Nullable String proof,
            @Nullable UUID evidenceId,
            @Nullable String reasons) {

        /**
         * @throws Invalid naming every fault
         */
        Given read(LocalDate issuedOn, LocalDate today) {
            Faults faults = new Faults();
            Optional<ServiceMethod> how =
                    faults.requiredCode("/method", ServiceMethod.class, method, "送达方式");
            checkDay(issuedOn, today, faults);
            Optional<String> who = faults.required("/recipient", recipient, NAME, "签收人或者送达对象");
            Optional<String> shown = faults.optional("/proof", proof, TEXT, "送达凭证");
            if (shown.isEmpty() && evidenceId == null) {
                faults.add(
                        "/proof",
                        "required",
                        "请写明送达凭证（回证、邮件号、截屏等），或者附证据编号。",
                        "Say what proves the service, or name evidence.");
            }
            Optional<String> agreed = consent(how, faults);
            faults.refuseIfAny();
            return new Given(
                    how.orElseThrow(),
                    Objects.requireNonNull(servedOn),
                    who.orElseThrow(),
                    agreed.orElse(null),
                    shown.orElse(null),
                    evidenceId);
        }

        /** Why the entry before was wrong; null if this is none of a correction. */
        @Nullable String correction() {
            return reasons == null || reasons.isBlank() ? null : reasons.strip();
        }

        private void checkDay(LocalDate issuedOn, LocalDate today, Faults faults) {
            if (servedOn == null) {
                faults.add("/servedOn", "required", "请填写送达日期。", "This field is required.");
            } else if (servedOn.isBefore(issuedOn)) {
                faults.add(
                        "/servedOn",
                        "before-issue",
                        "送达日期不得早于文书日期（" + issuedOn + "）。",
                        "Not before it was issued.");
            } else if (servedOn.isAfter(today)) {
                faults.add("/servedOn", "in-future", "送达日期不得晚于今天。", "Not in the future.");
            }
        }

        private Optional<String> consent(Optional<ServiceMethod> how, Faults faults) {
            boolean needed = how.filter(ServiceMethod::needsConsent).isPresent();
            if (needed) {
                return faults.required("/consent", consent, TEXT, "受送达人同意电子送达的情况");
            }
            if (how.isPresent() && consent != null && !consent.isBlank()) {
                faults.add(
                        "/consent",
                        "not-for-this-method",
                        "只有电子送达须写明受送达人的同意。",
                        "Only electronic service takes a consent.");
            }
            return Optional.empty();
        }
    }

    /** A service as it is kept. */
    record Given(
            ServiceMethod method,
            LocalDate servedOn,
            String recipient,
            @Nullable String consent,
            @Nullable String proof,
            @Nullable UUID evidenceId) {

        /** The same with its texts in other words. */
        Given saying(UnaryOperator<String> words) {
            return new Given(
                    method,
                    servedOn,
                    words.apply(recipient),
                    consent == null ? null : words.apply(consent),
                    proof == null ? null : words.apply(proof),
                    evidenceId);
        }
    }

    /** A notice is taken back. */
    @Schema(name = "DocumentWithdrawalRequest")
    record WithdrawalRequest(@Nullable @Schema(required = true) String reasons) {}

    /**
     * A notice is issued again with another number.
     *
     * @param due another last day, where the notice names one
     * @param corrections facts of the notice in other words
     */
    @Schema(name = "DocumentReissueRequest", description = "撤回并重新出具文书 / Issue a notice again")
    record ReissueRequest(
            @Nullable @Schema(required = true) String reasons,
            @Nullable LocalDate due,
            @Nullable Map<String, String> corrections) {

        /**
         * @throws Invalid naming every fault
         */
        NoticeOrder read(Document earlier, LocalDate today) {
            Faults faults = new Faults();
            Map<String, String> said = corrections == null ? Map.of() : corrections;
            said.forEach((name, text) -> check(earlier.kind(), name, text, faults));
            if (due != null && earlier.due() == null) {
                faults.add(
                        "/due",
                        "not-for-this-document",
                        "该文书没有期限。",
                        "This notice names no last day.");
            } else if (due != null && due.isBefore(today)) {
                faults.add("/due", "in-past", "期限不得早于今天。", "Not in the past.");
            }
            faults.refuseIfAny();
            return earlier.orderWith(due, said);
        }

        private static void check(NoticeKind kind, String name, String text, Faults faults) {
            String pointer = "/corrections/" + name.replace("~", "~0").replace("/", "~1");
            if (!kind.knows(name)) {
                faults.add(pointer, "unknown-field", "该文书没有此项内容。", "The notice has no such fact.");
            } else if (OF_THE_DECISION.contains(name)) {
                faults.add(
                        pointer,
                        "of-the-decision",
                        "法定情形和依据以决定为准，不能在文书中更正。",
                        "The ground is the decision's; a notice cannot change it.");
            } else {
                faults.required(pointer, text, LONG_TEXT, "更正内容");
            }
        }
    }
}
