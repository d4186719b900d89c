package io.mingjian.detection.media;

import java.util.Optional;

/** Answer to "may these bytes be looked at?", given before anything is decoded. */
public sealed interface Intake {
    /** A still picture, or one of whose pictures the first is looked at. */
    record Accepted(EvidencePicture picture) implements Intake {}

    record Film(EvidenceFilm film) implements Intake {}

    record Document(EvidenceDocument document) implements Intake {}

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
        /** More bytes than {@link MediaLimits} allows for its kind. */
        TOO_LARGE,
        /** Content of a kind that is not taken, whatever its name says. */
        UNSUPPORTED_TYPE,
        /** Begins like a picture, but width and height cannot be read. */
        UNREADABLE_HEADER,
        /** Header claims more pixels than {@link MediaLimits} allows for its kind. */
        TOO_MANY_PIXELS,
        /** Header claims more frames than {@link MediaLimits} allows for its kind. */
        TOO_MANY_FRAMES,
        /** Header claims that it lasts longer than {@link MediaLimits} allows. */
        TOO_LONG
    }

    /** Looks at type, limits and heads. Never throws for what the bytes hold. */
    static Intake of(ByteView bytes) {
        return IntakeRules.judge(bytes);
    }

    /** The same for a file that was opened already. */
    static Intake of(MediaFile file) {
        return IntakeRules.judge(file.bytes(), Optional.of(file));
    }
}
