package io.mingjian.detection.media;

import java.time.Duration;

/** Limits that hold before anything is decoded, all in this place. */
public final class MediaLimits {
    /** Largest picture or document, in bytes (20 MiB). */
    public static final int MAX_BYTES = 20 << 20;

    /** Largest film, in bytes (64 MiB). */
    public static final int MAX_FILM_BYTES = 64 << 20;

    /** Largest picture by its header, in pixels. */
    public static final long MAX_PIXELS = 60_000_000L;

    /** Above this many pixels the picture is decoded with every n-th row and column only. */
    public static final long FULL_DECODE_PIXELS = 12_000_000L;

    /** Most pictures taken out of one film. */
    public static final int FILM_PICTURES = 8;

    /** Longest side of a picture taken out of a film. */
    static final int FILM_PICTURE_SIDE = 1_280;

    /**
     * Pixels of a film that are decoded to see how it moves: ten seconds of 1080 lines, twenty of
     * 720, at thirty pictures a second.
     */
    static final long MOTION_PIXELS = 620_000_000L;

    /** Most small grey pictures taken out of one film. */
    static final int MOTION_PICTURES = 1_200;

    /** Sound of a film that is listened to, in seconds from its beginning. */
    static final int SOUND_SECONDS = 60;

    /** Most pictures looked at in one document, those in documents inside it included. */
    static final int MEMBERS = 30;

    /** All that is unpacked from one document, in bytes (128 MiB). */
    static final long UNPACKED_BYTES = 128L << 20;

    /** Samples of one picture that a document stores without a format of its own (48 MiB). */
    static final int SAMPLE_BYTES = 48 << 20;

    /** All streams of objects of one PDF file, unpacked, in bytes (32 MiB). */
    static final long PDF_OBJECT_BYTES = 32L << 20;

    /** All pictures of one document together, in pixels. */
    static final long MEMBER_PIXELS = 240_000_000L;

    /** Pixels of a JPEG times its scans: a hundred scans of 12 megapixels. */
    static final long MAX_SCANNED_PIXELS = 1_200_000_000L;

    /** Most segments or chunks read from one file. */
    static final int MAX_BLOCKS = 20_000;

    /** Most steps from one frame, page or cluster to the next; none of them is kept. */
    static final int MAX_STEPS = 500_000;

    /** Deepest nesting of boxes and elements. */
    static final int MAX_DEPTH = 32;

    /** How long a file waits for a decoder while others are decoded. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Child.Limits STILL =
            new Child.Limits(PATIENCE, Duration.ofSeconds(30), 15, 640);
    private static final Child.Limits MOVING =
            new Child.Limits(PATIENCE, Duration.ofSeconds(45), 30, 640);

    private static final Of PICTURE = new Of(MAX_BYTES, MAX_PIXELS, 1_000, 86_400, STILL);
    private static final Of FILM = new Of(MAX_FILM_BYTES, 9_000_000L, 72_000, 600, MOVING);
    private static final Of DOCUMENT = new Of(MAX_BYTES, MAX_PIXELS, 1, 0, STILL);

    /**
     * Limits of one kind of file.
     *
     * @param bytes of the file
     * @param pixels of one picture in it, by its header
     * @param frames pictures in it, as far as its heads tell
     * @param seconds it lasts, as far as its heads tell
     * @param child what the process that decodes it may use
     */
    record Of(int bytes, long pixels, int frames, int seconds, Child.Limits child) {}

    private MediaLimits() {}

    static Of of(MediaKind kind) {
        if (MediaKind.PICTURES.contains(kind)) {
            return PICTURE;
        }
        return MediaKind.FILMS.contains(kind) ? FILM : DOCUMENT;
    }

    /** Most bytes taken of a file of this kind. */
    static int bytes(MediaKind kind) {
        return of(kind).bytes();
    }
}
