package io.mingjian.detection.evaluation;

import io.mingjian.detection.media.EvidencePicture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One number about a picture, larger for "rather generated". Anything that gives such a number is
 * measured by implementing this.
 */
interface Score extends AutoCloseable {
    String name();

    /** Empty when it says nothing about this picture: too small, undecodable, no answer. */
    Optional<Judgement> of(Shown shown);

    /** Repositories whose pictures it learned from; they prove nothing about it. */
    default Set<String> learnedFrom() {
        return Set.of();
    }

    /** Size of what it has learned, as a file; 0 when it has none, or does not tell. */
    default long modelBytes() {
        return 0;
    }

    /** CPU time of other processes that work for it, in nanoseconds so far. */
    default long foreignNanos() {
        return 0;
    }

    /** The most memory that they held, in MiB. */
    default long foreignMebibytes() {
        return 0;
    }

    /** Why it is asked no more; empty as long as it is. */
    default Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    default void close() {}

    /**
     * A picture as it is shown to a score.
     *
     * @param file the same bytes as a file
     */
    record Shown(EvidencePicture picture, Path file) {}

    /**
     * An answer.
     *
     * @param threshold the border that ships with the score for pictures of this channel
     * @param channel the way by which the picture seems to have come; empty when the score knows of
     *     none
     */
    record Judgement(double score, OptionalDouble threshold, String channel) {
        static Judgement of(double score) {
            return new Judgement(score, OptionalDouble.empty(), "");
        }
    }
}
