package io.mingjian.detection.media;

/**
 * All decoders are at work on other files and did not end in time. Says nothing about the file;
 * nothing is remembered, and the same question may be asked again later.
 */
public final class DecoderBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecoderBusy() {
        super("all decoders are at work on other files", null, false, false);
    }
}
