package io.mingjian.detection.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the heads of a file claim of size, length and coding; nothing is decoded, so all of it may
 * be wrong.
 *
 * @param width in pixels as seen, after turning
 * @param height in pixels as seen, after turning
 * @param frames pictures in the file
 * @param seconds how long it lasts
 * @param codec how its pictures are coded
 * @param rotation by how many degrees to the right a player turns the stored picture
 */
public record MediaFacts(
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<Integer> frames,
        Optional<Double> seconds,
        Optional<String> codec,
        int rotation) {

    /** Nothing is known. */
    public static final MediaFacts NONE = new MediaFacts(no(), no(), no(), no(), no(), 0);

    private static <T> Optional<T> no() {
        return Optional.empty();
    }

    /** What is known of a file; never throws for what its bytes hold. */
    public static MediaFacts of(MediaFile file) {
        return file.once(MediaFacts.class, MediaFacts::read);
    }

    private static MediaFacts read(MediaFile file) {
        try {
            return switch (file.kind()) {
                case MP4 -> BoxFacts.of(file);
                case MATROSKA -> MatroskaFacts.of(file);
                case AVI -> AviFacts.of(file);
                case FLV -> FlvFacts.of(file);
                default -> file.header().map(Header::facts).orElse(NONE);
            };
        } catch (BrokenBytes e) {
            return NONE;
        }
    }

    long pixels() {
        return (long) width.orElse(0) * height.orElse(0);
    }

    public Optional<Double> framesPerSecond() {
        return frames.flatMap(n -> seconds.filter(s -> s > 0).map(s -> n / s));
    }

    /** What is known, by name, in a fixed order. */
    public Map<String, Object> byName() {
        Map<String, Object> known = new LinkedHashMap<>();
        width.ifPresent(value -> known.put("width", value));
        height.ifPresent(value -> known.put("height", value));
        frames.ifPresent(value -> known.put("frames", value));
        seconds.ifPresent(value -> known.put("seconds", rounded(value)));
        framesPerSecond().ifPresent(value -> known.put("framesPerSecond", rounded(value)));
        codec.ifPresent(value -> known.put("codec", value));
        if (rotation != 0) {
            known.put("rotation", rotation);
        }
        return known;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
