package io.mingjian.detection.media;

import io.mingjian.detection.media.Child.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A film whose type, size, length and structure are known. Its pictures are decoded at first need,
 * in a process of its own, and kept as long as the object lives. Safe to share between threads.
 */
public final class EvidenceFilm {
    /** Where no length is known: far enough apart for a film of the longest length. */
    private static final double UNKNOWN_LENGTH = 600;

    private static final double USUAL_RATE = 30;
    private static final long USUAL_PIXELS = 1920L * 1080;

    /** Of 32,768: what rounding leaves of silence. */
    private static final int SILENCE = 8;

    private final MediaFile mediaFile;
    private final MediaFacts facts;
    private final Once<Frames> frames = new Once<>();
    private final Once<Motion> motion = new Once<>();
    private final Once<Sound> sound = new Once<>();

    EvidenceFilm(MediaFile mediaFile, MediaFacts facts) {
        this.mediaFile = mediaFile;
        this.facts = facts;
    }

    /** What is decoded at first need and never again; nothing is kept of a try that failed. */
    private static final class Once<T> {
        private volatile @Nullable T known;

        private T get(Supplier<T> first) {
            T value = known;
            if (value == null) {
                synchronized (this) {
                    value = known;
                    if (value == null) {
                        value = first.get();
                        known = value;
                    }
                }
            }
            return value;
        }
    }

    /** Pictures of a film. */
    public sealed interface Frames {
        /**
         * Pictures in the order of the film, at least one, the first of them from its beginning.
         *
         * @param pictures upright, no side longer than 1280 pixels
         * @param secondsApart least time between one and the next; about the time where the whole
         *     film was decoded
         */
        record Shown(List<Pixels> pictures, double secondsApart) implements Frames {
            public Shown {
                pictures = List.copyOf(pictures);
            }
        }

        /**
         * None.
         *
         * @param code as of {@link Decoding.Undecodable}
         * @param zhReason one sentence
         */
        record Unread(String code, String zhReason) implements Frames {}
    }

    public MediaFile mediaFile() {
        return mediaFile;
    }

    public MediaFacts facts() {
        return facts;
    }

    /**
     * At most {@link MediaLimits#FILM_PICTURES} pictures at even intervals: of all where the film
     * is short enough to be decoded whole ({@link MediaLimits#MOTION_PIXELS}), else of those that
     * it stores whole. The first call decodes.
     *
     * @throws DecoderBusy if it did not get its turn; a later call may
     */
    public Frames frames() {
        return frames.get(this::read);
    }

    private Frames read() {
        double apart = facts.seconds().orElse(UNKNOWN_LENGTH) / MediaLimits.FILM_PICTURES;
        boolean whole = facts.seconds().isPresent() && isWhole(window());
        Outcome<List<Pixels>> outcome =
                Ffmpeg.film(mediaFile.bytes(), mediaFile.kind(), apart, whole);
        if (outcome instanceof Outcome.Ended<List<Pixels>> ended) {
            return new Frames.Shown(ended.value(), apart);
        }
        Child.Cause cause = ((Outcome.Failed<List<Pixels>>) outcome).cause();
        return new Frames.Unread(cause.name(), cause.zhReason());
    }

    /**
     * Every picture of the beginning, small and grey, as far as {@link MediaLimits#MOTION_PIXELS}
     * reach; the first call decodes.
     *
     * @throws DecoderBusy if it did not get its turn; a later call may
     */
    public Motion motion() {
        return motion.get(this::watch);
    }

    private Motion watch() {
        double window = window();
        Outcome<List<GreyPicture>> outcome =
                Ffmpeg.motion(mediaFile.bytes(), mediaFile.kind(), window);
        if (outcome instanceof Outcome.Ended<List<GreyPicture>> ended) {
            return new Motion.Seen(ended.value(), window, isWhole(window));
        }
        Child.Cause cause = ((Outcome.Failed<List<GreyPicture>>) outcome).cause();
        return new Motion.Unread(cause.name(), cause.zhReason());
    }

    private boolean isWhole(double window) {
        return facts.seconds().filter(seconds -> seconds <= window).isPresent();
    }

    /** How many seconds can be decoded for what it may cost. */
    private double window() {
        double rate = facts.framesPerSecond().filter(r -> r >= 1 && r <= 240).orElse(USUAL_RATE);
        long pixels = facts.pixels() > 0 ? facts.pixels() : USUAL_PIXELS;
        double pictures =
                Math.min(MediaLimits.MOTION_PICTURES, (double) MediaLimits.MOTION_PIXELS / pixels);
        return pictures / rate;
    }

    /**
     * Whether there is sound in the first {@link MediaLimits#SOUND_SECONDS} seconds; the first call
     * decodes.
     *
     * @throws DecoderBusy if it did not get its turn; a later call may
     */
    public Sound sound() {
        return sound.get(this::listen);
    }

    private Sound listen() {
        Optional<Boolean> track = TrackFacts.of(mediaFile).sound();
        if (track.isEmpty() || !track.get()) {
            return track.isEmpty() ? Sound.UNKNOWN : Sound.NONE;
        }
        Outcome<List<Integer>> outcome = Ffmpeg.loudness(mediaFile.bytes(), mediaFile.kind());
        if (outcome instanceof Outcome.Ended<List<Integer>> ended) {
            return ended.value().get(0) <= SILENCE ? Sound.SILENT : Sound.HEARD;
        }
        return Sound.UNKNOWN;
    }
}
