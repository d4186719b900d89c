package io.mingjian.detection.prompt;

import java.util.List;

/**
 * A Chinese character, or a run of Latin letters or of digits.
 *
 * @param text in its one spelling
 * @param syllables how the character is read; none for a run
 * @param start place of its first character in the source, in UTF-16 units
 * @param end place behind its last character
 * @param disguised digits stand for letters, or something invisible stands inside
 * @param before what stands between it and the token before
 * @param opens a sentence ends before it
 */
record Token(
        String text,
        boolean chinese,
        List<String> syllables,
        int start,
        int end,
        boolean disguised,
        Gap before,
        boolean opens) {

    /** What stands between two tokens. */
    enum Gap {
        NOTHING,
        /** White space alone, at most {@link PromptText#NEAR} characters. */
        SPACE,
        /** Signs or something invisible, at most {@link PromptText#NEAR} characters. */
        SIGNS,
        FAR
    }

    boolean isLetter() {
        return !chinese && text.length() == 1;
    }
}
