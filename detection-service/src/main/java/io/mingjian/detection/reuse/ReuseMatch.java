package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;
import java.util.List;

/**
 * Two files that show the same, confirmed on the pixels.
 *
 * @param kind how they differ
 * @param distance differing bits of the hashes of the two, 0 to 256, the query laid as fits best
 * @param turn the nearest of the eight ways to lay the query so that it fits
 * @param inliers key points that one geometric mapping carries onto their like; 0 when the hash
 *     proposed a plain overlay and the pixels bore it out
 * @param agreement mean correlation of the textured common parts at their places, 0 to 1
 * @param transform nine numbers, row by row: the projective mapping from fractions of the query's
 *     sides to fractions of the stored picture's sides
 * @param inQuery the common part in the query
 * @param inStored the common part in the stored picture
 */
public record ReuseMatch(
        Kind kind,
        int distance,
        Turn turn,
        int inliers,
        double agreement,
        List<Double> transform,
        Region inQuery,
        Region inStored) {

    public ReuseMatch {
        transform = List.copyOf(transform);
    }

    /** How the query lies on the stored picture. */
    public Fit fit() {
        return new Fit(inliers, turn, transform, inQuery, inStored);
    }

    /** How two files differ. */
    public enum Kind {
        /** The same picture, at most re-saved, resized or toned. */
        SAME_PICTURE("同一图片", true),
        /** One shows a part of the other, or both share a part; frames and bars are added parts. */
        CROPPED("裁剪或加边的同一图片", true),
        /** The same picture, laid by quarters or mirrored. */
        TURNED("旋转或镜像的同一图片", true),
        /**
         * The same picture tilted or in perspective, as after straightening or re-photographing.
         */
        TILTED("倾斜或翻拍的同一图片", true),
        /**
         * A large part agrees and the rest does not: another picture of the same place or on the
         * same printed background. Never to be told as the same picture.
         */
        SAME_BACKGROUND("背景相同的不同图片", false);

        private final String zhName;
        private final boolean samePicture;

        Kind(String zhName, boolean samePicture) {
            this.zhName = zhName;
            this.samePicture = samePicture;
        }

        public String zhName() {
            return zhName;
        }

        public boolean isSamePicture() {
            return samePicture;
        }
    }
}
