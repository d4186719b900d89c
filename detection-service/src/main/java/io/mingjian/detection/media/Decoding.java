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
     * @param code {@code DAMAGED}
     * @param zhReason one sentence
     */
    record Undecodable(String code, String zhReason) implements Decoding {}
}
