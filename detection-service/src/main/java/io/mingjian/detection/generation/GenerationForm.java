package io.mingjian.detection.generation;

import io.mingjian.detection.prompt.PromptRequest;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sends.
 *
 * @param requestNo the provider's own number; used once
 * @param negativePrompt what the picture is not to show
 * @param referenceSha256 of the picture that the result is to be made from, lower-case hex
 * @param referencePerceptualHash of the same, hex; which kind is the provider's choice
 * @param account a pseudonym of who asks, stable within the provider
 * @param declaredUse what the picture is for, in the words of who asks
 */
@Schema(name = "GenerationRequestForm", description = "生成请求 / What a model was asked for")
record GenerationForm(
        @Nullable @Schema(required = true, maxLength = 100) String requestNo,
        @Nullable @Schema(required = true, maxLength = 8000) String prompt,
        @Nullable @Schema(maxLength = 8000) String negativePrompt,
        @Nullable @Schema(pattern = "[0-9a-f]{64}") String referenceSha256,
        @Nullable @Schema(pattern = "[0-9a-f]{16,64}") String referencePerceptualHash,
        @Nullable @Schema(required = true, maxLength = 200) String account,
        @Nullable @Schema(maxLength = 2000) String declaredUse) {

    private static final int LONGEST_PROMPT = 8000;
    private static final int LONGEST_USE = 2000;
    private static final int LONGEST_ACCOUNT = 200;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PERCEPTUAL = Pattern.compile("[0-9a-f]{16,64}");

    /**
     * The words that are read.
     *
     * @throws Invalid naming every fault
     */
    PromptRequest sound() {
        List<FieldError> faults = new ArrayList<>();
        fits(faults, "/requestNo", requestNo, true, NUMBER, "须为 1 至 100 个字母、数字或者 . _ : -。");
        length(faults, "/prompt", prompt, true, LONGEST_PROMPT);
        length(faults, "/negativePrompt", negativePrompt, false, LONGEST_PROMPT);
        fits(faults, "/referenceSha256", referenceSha256, false, SHA256, "须为 64 位小写十六进制。");
        fits(
                faults,
                "/referencePerceptualHash",
                referencePerceptualHash,
                false,
                PERCEPTUAL,
                "须为 16 至 64 位小写十六进制。");
        length(faults, "/account", account, true, LONGEST_ACCOUNT);
        length(faults, "/declaredUse", declaredUse, false, LONGEST_USE);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new PromptRequest(
                Objects.requireNonNull(prompt),
                Objects.requireNonNullElse(negativePrompt, ""),
                Objects.requireNonNullElse(declaredUse, ""),
                referenceSha256 != null || referencePerceptualHash != null);
    }

    private static void length(
            List<FieldError> faults,
            String pointer,
            @Nullable String value,
            boolean required,
            int most) {
        boolean missing = required && (value == null || value.isBlank());
        if (missing || (value != null && value.length() > most)) {
            faults.add(
                    new FieldError(
                            pointer,
                            missing ? "required" : "length",
                            missing ? "请填写该项。" : "不得超过 " + most + " 个字符。",
                            missing ? "Required." : "At most " + most + " characters."));
        }
    }

    private static void fits(
            List<FieldError> faults,
            String pointer,
            @Nullable String value,
            boolean required,
            Pattern pattern,
            String zh) {
        if (value == null ? required : !pattern.matcher(value).matches()) {
            faults.add(new FieldError(pointer, "format", zh, "Must match " + pattern + "."));
        }
    }

    /** Says nothing of what was asked for. */
    @Override
    public String toString() {
        return "GenerationForm[…]";
    }
}
