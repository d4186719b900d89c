package io.mingjian.detection.media;

/** What came of decoding a picture. */
public sealed interface Decoding {
    /**
     * Pixels.
     *
     * @param pixels upright pixels
     * @param partial the decoder complained; parts may be missing or grey
     */
    record Decoded(Pixels pixels, boolean partial) implements Decoding {}

    /**
     * No pixels.
     *
     * @param code {@code DAMAGED}, {@code LIMIT}, or what became of the process that decodes:
     *     {@code DECODER_TIMEOUT}, {@code DECODER_MEMORY}, {@code DECODER_CRASHED}, {@code
     *     DECODER_GARBAGE}, {@code NO_DECODER}
     * @param zhReason one sentence
     */
    record Undecodable(String code, String zhReason) implements Decoding {}
}
