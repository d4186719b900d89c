package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;
import java.util.Arrays;
import java.util.List;

/**
 * How one picture lies on the other, as it was confirmed on the pixels: why two files count as the
 * same picture.
 *
 * @param inliers key points that one geometric mapping carries onto their like; 0 when the hash
 *     proposed a plain overlay and the pixels bore it out
 * @param turn the nearest of the eight ways to lay the one picture so that it fits the other
 * @param transform nine numbers, row by row: the projective mapping from fractions of the one
 *     picture's sides to fractions of the other's
 * @param here the common part in the one picture
 * @param there the common part in the other
 */
public record Fit(int inliers, Turn turn, List<Double> transform, Region here, Region there) {
    public Fit {
        transform = List.copyOf(transform);
    }

    /** The same seen from the other picture. */
    public Fit reversed() {
        double[] back =
                new Mapping(transform.stream().mapToDouble(Double::doubleValue).toArray())
                        .inverse()
                        .numbers();
        return new Fit(inliers, turn.back(), Arrays.stream(back).boxed().toList(), there, here);
    }
}
