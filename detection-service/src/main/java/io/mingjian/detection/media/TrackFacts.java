package io.mingjian.detection.media;

import java.util.Optional;

/**
 * What the head of a film claims of its tracks; nothing is decoded, so all of it may be wrong.
 * Known of MP4 and QuickTime files alone.
 *
 * @param sound whether there is a track of sound
 * @param evenInterval whether every picture is shown for exactly as long as the next; the last is
 *     not asked
 */
public record TrackFacts(Optional<Boolean> sound, Optional<Boolean> evenInterval) {
    /** Nothing is known. */
    public static final TrackFacts NONE = new TrackFacts(Optional.empty(), Optional.empty());

    /** What is known of a file; never throws for what its bytes hold. */
    public static TrackFacts of(MediaFile file) {
        return file.once(TrackFacts.class, TrackFacts::read);
    }

    private static TrackFacts read(MediaFile file) {
        try {
            return file.kind() == MediaKind.MP4 ? BoxFacts.tracks(file) : NONE;
        } catch (BrokenBytes e) {
            return NONE;
        }
    }
}
