package io.mingjian.detection.forensics;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.forensics.CopySearch.Candidate;
import io.mingjian.detection.forensics.CopySearch.Outcome;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.reuse.PicturePoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One part of a picture that lies a second time in the same picture: what the clone tool leaves.
 * Mirrored copies, copies without texture and copies that lie three times or more are not told.
 * Code {@code COPY_MOVE}; what repeats by its nature is a note {@code REPEATED_PATTERN}.
 */
public final class CopyMove implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("copy-move", 2);
    private static final int LEAST_SIDE = 128;

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public Set<MediaKind> reads() {
        return MediaKind.PICTURES;
    }

    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            return List.of(new NotApplicable(ID, "TOO_SMALL", "图片短边不足 128 像素，不查找画面内部的重复区域。"));
        }
        Decoding decoding = picture.pixels();
        if (decoding instanceof Decoding.Decoded decoded) {
            return List.of(told(search(decoded.pixels())));
        }
        Decoding.Undecodable undecodable = (Decoding.Undecodable) decoding;
        return List.of(
                new CouldNotRead(
                        ID, undecodable.code(), undecodable.zhReason() + "未查找重复区域。", Map.of()));
    }

    static Outcome search(Pixels pixels) {
        return CopySearch.in(
                PicturePoints.of(pixels, CopySearch.LONG_SIDE, CopySearch.MOST_POINTS));
    }

    private static Finding told(Outcome outcome) {
        if (outcome instanceof Outcome.Copied copied) {
            return found(copied.candidate());
        }
        if (outcome instanceof Outcome.Pattern pattern) {
            return new NotApplicable(
                    ID,
                    "REPEATED_PATTERN",
                    "画面中有相似的部分（%d 处特征点相互对应），但符合重复图案的特点（%s），不作为复制区域提示。"
                            .formatted(pattern.candidate().inliers(), reason(pattern.guard())));
        }
        return new NothingFound(ID, "未见画面内部某一区域在另一处重复出现。");
    }

    private static String reason(CopySearch.Guard guard) {
        return switch (guard) {
            case SEVERAL_SHIFTS -> "存在多种位移";
            case MANY_LIKENESSES -> "同一特征多处出现";
            case PLAIN -> "缺少纹理";
            case ALONG_A_LINE -> "仅沿一条线对应";
            case SMALL -> "面积过小";
            case OVERLAPPING -> "两处相互重叠";
            case PIXELS_DIFFER -> "细节像素并不一致，如同类物品";
        };
    }

    private static Found found(Candidate candidate) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("inliers", candidate.inliers());
        facts.put("likeness", rounded(candidate.likeness()));
        facts.put("steadiness", rounded(candidate.steadiness()));
        facts.put("nextInliers", candidate.next());
        facts.put("scale", rounded(candidate.mapping().scale()));
        facts.put("degrees", rounded(candidate.mapping().degrees()));
        return new Found(
                ID,
                "COPY_MOVE",
                SignalStrength.MEDIUM,
                "画面中有两处区域的细节一致：%d 处特征点以同一位移、旋转和缩放相互对应，细节相关系数 %.2f；两处区域的位置另列。"
                        .formatted(candidate.inliers(), candidate.likeness()),
                "不能说明由谁、为何复制，也不能说明哪一处在先。屏幕截图和拼图中的相同元素、印刷或贴标的相同图案、重复包装、手机的物体消除或拼接功能，都会产生同样的结果；请核对两处区域的内容。",
                List.of(candidate.source(), candidate.target()),
                facts);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
