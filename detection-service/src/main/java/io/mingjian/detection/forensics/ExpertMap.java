package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Pixels;
import java.util.Optional;

/**
 * Pictures for an expert's eye. None of them is a score: over a whole picture each was at or near
 * chance on edited photographs even before a re-save (46 photographs, three kinds of edit,
 * detection.md section 4), so nothing is counted from them and they are drawn only when asked for.
 */
public enum ExpertMap {
    /** Error level analysis. */
    ELA(
            "ela",
            "误差水平图（ELA）",
            "将画面以 JPEG 质量 90 再保存一次，逐点显示前后差异，亮度按本图自身的最大差异拉伸。越亮表示再保存时变化越大；"
                    + "边缘、文字和细密纹理本来就亮，平坦区域本来就暗。只有在内容相近的两处亮度明显不同时才值得追问。",
            0.47,
            0.50),

    /** Differences to copies saved at several qualities. */
    JPEG_GHOST(
            "jpeg-ghost",
            "JPEG 鬼影图",
            "九幅小图从左到右、从上到下依次为以 JPEG 质量 50、55、60、65、70、75、80、85、90 再保存后的差异，"
                    + "各小块按自身在九种质量间的变化归一，越暗表示越接近该质量。某一区域在较低质量处单独变暗，"
                    + "可能曾以该质量保存过；平坦和过曝区域在各幅中都会偏暗，没有意义。",
            0.50,
            0.62),

    /** Strength of the finest noise. */
    NOISE(
            "noise",
            "噪声水平图",
            "以 16 像素小块估计最细一层的噪声强度，与全图中位数比较：灰色为相同，红色为较强，蓝色为较弱或已无可测噪声，最深为相差四倍。"
                    + "纹理会被算作噪声，过曝、过暗、虚焦和磨皮区域噪声本来就弱。",
            0.48,
            0.55);

    private static final int LEAST_SIDE = 64;

    private final String key;
    private final String zhName;
    private final String zhCaption;
    private final double lowestAuc;
    private final double highestAuc;

    ExpertMap(String key, String zhName, String zhCaption, double lowestAuc, double highestAuc) {
        this.key = key;
        this.zhName = zhName;
        this.zhCaption = zhCaption;
        this.lowestAuc = lowestAuc;
        this.highestAuc = highestAuc;
    }

    public static Optional<ExpertMap> of(String key) {
        for (ExpertMap map : values()) {
            if (map.key.equals(key)) {
                return Optional.of(map);
            }
        }
        return Optional.empty();
    }

    /** By which it is asked for. */
    public String key() {
        return key;
    }

    public String zhName() {
        return zhName;
    }

    /** How it is made and how it is read. */
    public String zhCaption() {
        return zhCaption;
    }

    /** What it does not prove, with its error rates as a score. */
    public String zhDoesNotProve() {
        return ("该图供专业人员查看，不是评分，不参与综合判断：若作为整图评分，对复制、拼接和修补照片的区分能力与随机猜测相近"
                        + "（实验室以同一方法的另一程序测得：46 张照片，三类编辑，AUC %.2f 至 %.2f，0.5 即随机）。转发、缩放、截图和手机自身的处理都会改变该图。"
                        + "不能据此说明画面被改动，也不能据此说明未被改动。")
                .formatted(lowestAuc, highestAuc);
    }

    /** Lowest AUC over the kinds of edit, as a score. */
    public double lowestAuc() {
        return lowestAuc;
    }

    /** Highest AUC over the kinds of edit, as a score. */
    public double highestAuc() {
        return highestAuc;
    }

    /** An opaque PNG of about the picture's aspect; empty when it is too small or not decodable. */
    public Optional<byte[]> png(EvidencePicture picture) {
        boolean small = Math.min(picture.width(), picture.height()) < LEAST_SIDE;
        if (small || !(picture.pixels() instanceof Decoding.Decoded decoded)) {
            return Optional.empty();
        }
        return Optional.of(drawn(decoded.pixels()));
    }

    private byte[] drawn(Pixels pixels) {
        return switch (this) {
            case ELA -> ErrorLevels.png(pixels);
            case JPEG_GHOST -> JpegGhosts.png(pixels);
            case NOISE -> NoiseLevels.png(pixels);
        };
    }
}
