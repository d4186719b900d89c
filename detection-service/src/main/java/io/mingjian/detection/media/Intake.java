package io.mingjian.detection.media;

/** Answer to "may these bytes be looked at as a picture?", given before anything is decoded. */
public sealed interface Intake {
    record Accepted(EvidencePicture picture) implements Intake {}

    /**
     * Not taken.
     *
     * @param reason which rule
     * @param zhDetail what is wrong and what to do, for the person who uploads
     */
    record Refused(Reason reason, String zhDetail) implements Intake {}

    /** Why a file is not taken. */
    enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** More bytes than {@link MediaLimits#MAX_BYTES}. */
        TOO_LARGE,
        /** Content is no JPEG, PNG or WebP, whatever its name says. */
        UNSUPPORTED_TYPE,
        /** Begins like a picture, but width and height cannot be read. */
        UNREADABLE_HEADER,
        /** Header claims more than {@link MediaLimits#MAX_PIXELS}. */
        TOO_MANY_PIXELS,
        /** More than one frame: people would not all see the same picture. */
        ANIMATED
    }
}
