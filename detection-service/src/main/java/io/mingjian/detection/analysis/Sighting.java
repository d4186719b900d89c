package io.mingjian.detection.analysis;

import java.util.UUID;

/**
 * Another piece of evidence that shows the same picture.
 *
 * @param evidenceId the other one
 * @param distance differing bits of the hashes that proposed the pair; 0 for equal files
 * @param agreement share of textured parts that agree, 0 to 1
 */
record Sighting(UUID evidenceId, Kind kind, int distance, double agreement) {
    /** How alike two pieces of evidence are, the closest first. */
    enum Kind {
        IDENTICAL_FILE("文件完全相同"),
        SAME_PICTURE("同一图片（可能经重新保存或缩放）"),
        CROPPED("同一图片（经裁剪或加边）"),
        TURNED("同一图片（经旋转或镜像）");

        private final String zhName;

        Kind(String zhName) {
            this.zhName = zhName;
        }

        String zhName() {
            return zhName;
        }
    }
}
