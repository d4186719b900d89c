package io.mingjian.detection.prompt;

/**
 * What is read of a request.
 *
 * @param negativePrompt what the picture is not to show; empty where nothing was said
 * @param declaredUse what the picture is for, in the words of who asks; empty where nothing was
 *     said
 * @param hasReference a picture came along that the result is to be made from
 */
public record PromptRequest(
        String prompt, String negativePrompt, String declaredUse, boolean hasReference) {

    public static PromptRequest of(String prompt) {
        return new PromptRequest(prompt, "", "", false);
    }

    String text(PromptField field) {
        return switch (field) {
            case PROMPT -> prompt;
            case NEGATIVE_PROMPT -> negativePrompt;
            case DECLARED_USE -> declaredUse;
        };
    }
}
