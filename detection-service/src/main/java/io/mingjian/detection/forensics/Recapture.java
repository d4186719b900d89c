package io.mingjian.detection.forensics;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says when a picture looks photographed from a screen: one frequency that stands out, fine
 * structure that falls off, and the black, white and blue of a lit panel, weighed by a model that
 * was trained on few photographs of few screens. A hint; the remedy is to ask for a fresh
 * photograph. Code {@code RECAPTURE_HINT}.
 */
public final class Recapture implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("recapture", 1);

    private static final String DOES_NOT_PROVE =
            "该提示只提醒请对方补拍，不参与综合判断。不能说明画面内容被改动或者不是本人所拍。展示聊天记录、订单或监控画面时翻拍屏幕很常见；细密织物、百叶、纱窗、印刷网点和隔着玻璃拍摄也会出现类似细纹，屏幕截图和界面图也会被提示，"
                    + "虚焦和多次转发会降低清晰度。可请提交人用手机直接补拍原物。";

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
        if (!ScreenFigures.canMeasure(picture.width(), picture.height())) {
            return List.of(
                    new NotApplicable(ID, "TOO_SMALL", "图片长边不足 800 像素或过于狭长，屏幕的细纹已不可见，不判断是否翻拍。"));
        }
        Decoding decoding = picture.pixels();
        if (decoding instanceof Decoding.Decoded decoded) {
            return List.of(told(decoded.pixels()));
        }
        Decoding.Undecodable undecodable = (Decoding.Undecodable) decoding;
        return List.of(
                new CouldNotRead(
                        ID, undecodable.code(), undecodable.zhReason() + "未判断是否翻拍。", Map.of()));
    }

    private static Finding told(Pixels pixels) {
        if (pixels.step() > 1) {
            // Rows left out make stripes of their own out of any fine pattern.
            return new NotApplicable(ID, "TOO_LARGE", "图片像素很多，只解码了部分行列，细纹不可靠，不判断是否翻拍。");
        }
        Map<String, Double> figures = ScreenFigures.of(pixels);
        ScreenModel model = ScreenModel.shipped();
        double score = model.score(figures);
        if (score < model.hintFrom()) {
            return new NothingFound(ID, "未见明显的翻拍屏幕迹象；多数翻拍件也不会被提示，未见不说明不是翻拍。");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("score", rounded(score));
        facts.put("hintFrom", rounded(model.hintFrom()));
        Map<String, Object> values = new LinkedHashMap<>();
        figures.forEach((name, value) -> values.put(name, rounded(value)));
        facts.put("figures", values);
        return new Found(
                ID,
                "RECAPTURE_HINT",
                SignalStrength.WEAK,
                "画面的细纹、清晰度和明暗特点与翻拍屏幕的照片相近（评分 %.2f，%.2f 起提示）。".formatted(score, model.hintFrom()),
                DOES_NOT_PROVE,
                List.of(),
                facts);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
