package io.mingjian.detection.reuse;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored picture that an index proposes. Not to be shown to anybody before {@link Confirmation}.
 *
 * @param picture the stored picture
 * @param byHash how the hashes lie, if they are near
 * @param votes weight of like key points that agree in turn, size and place; 0 when there are none
 * @param mirrored whether the key points were alike in the mirror
 */
public record Candidate(UUID picture, @Nullable ByHash byHash, float votes, boolean mirrored) {

    /**
     * Near hashes.
     *
     * @param distance differing bits of 256
     * @param turn how the query must be laid to look like the stored picture
     * @param queryTrimmed whether the query was taken without its even frame
     * @param storedTrimmed whether the stored picture was taken without its even frame
     */
    public record ByHash(int distance, Turn turn, boolean queryTrimmed, boolean storedTrimmed) {}
}
