package io.mingjian.detection.media;

import java.util.List;

/** Every picture of the beginning of a film, small and grey, to see whether and how it moves. */
public sealed interface Motion {
    /**
     * Pictures in the order of the film, at least one.
     *
     * @param pictures one for each that the film shows
     * @param seconds most that was looked at from the beginning
     * @param whole whether the film is not longer than that, as far as its head tells
     */
    record Seen(List<GreyPicture> pictures, double seconds, boolean whole) implements Motion {
        public Seen {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * None.
     *
     * @param code as of {@link Decoding.Undecodable}
     * @param zhReason one sentence
     */
    record Unread(String code, String zhReason) implements Motion {}
}
