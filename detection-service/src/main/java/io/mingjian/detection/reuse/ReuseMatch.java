package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;

/**
 * Two files that show the same picture, confirmed on the pixels or equal by hash.
 *
 * @param kind how they differ
 * @param distance differing bits of the hashes that proposed the pair
 * @param turn how the query was laid to fit
 * @param agreement share of textured parts that agree, 0 to 1; 1 when equal by hash alone
 * @param shared the shared part in the stored picture
 */
public record ReuseMatch(Kind kind, int distance, Turn turn, double agreement, Region shared) {
    /** How two files of one picture differ. */
    public enum Kind {
        /** The same picture, at most re-saved, resized or toned. */
        SAME_PICTURE("同一图片"),
        /** One shows a part of the other. */
        CROPPED("裁剪或加边的同一图片"),
        /** The same picture, turned or mirrored. */
        TURNED("旋转或镜像的同一图片");

        private final String zhName;

        Kind(String zhName) {
            this.zhName = zhName;
        }

        public String zhName() {
            return zhName;
        }
    }
}
