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
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Says when a picture or a film looks taken from a screen: one frequency that stands out, fine
 * structure that falls off, and the black, white and blue of a lit panel, weighed by a model that
 * was trained on few photographs of few screens. A hint; the remedy is to ask for a fresh one.
 * Codes {@code RECAPTURE_HINT} and {@code FILM_RECAPTURE_HINT}.
 */
public final class Recapture implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("recapture", 2);

    /**
     * Middle score of a film's pictures from which it is told. Of films made of ordinary
     * photographs whose split is {@code train} 95 of 100 lie below it at either bit rate; the bound
     * of 98 of 100 would be the score of a single old camera, and coding takes screens below it.
     * {@code benchmarks/run film-recapture} prints that and what is found.
     */
    static final double FILM_HINT_FROM = 0.88;

    private static final String DOES_NOT_PROVE =
            "该提示只提醒请对方补拍，不参与综合判断。不能说明画面内容被改动或者不是本人所拍。展示聊天记录、订单或监控画面时翻拍屏幕很常见；细密织物、百叶、纱窗、印刷网点和隔着玻璃拍摄也会出现类似细纹，屏幕截图和界面图也会被提示，"
                    + "虚焦和多次转发会降低清晰度。可请提交人用手机直接补拍原物。";

    private static final String FILM_DOES_NOT_PROVE =
            "该提示只提醒请对方重新拍摄，不参与综合判断。不能说明视频内容被改动或者不是本人所拍。展示聊天记录、订单或监控画面时拍摄屏幕很常见；细密织物、百叶、纱窗、印刷网点和隔着玻璃拍摄也会出现类似细纹，录屏视频也可能被提示。"
                    + "可请提交人手持设备直接拍摄原物。";

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

    /**
     * Measures few of the pictures that are taken out of a film. Nothing is said of a film whose
     * pictures cannot be drawn; that is told once for all analyzers.
     */
    @Override
    public List<Finding> watch(EvidenceFilm film) {
        if (!(film.frames() instanceof EvidenceFilm.Frames.Shown shown)) {
            return List.of();
        }
        ScreenFrames frames = ScreenFrames.of(shown.pictures());
        if (frames.isEmpty()) {
            return List.of(
                    new NotApplicable(ID, "TOO_SMALL", "视频画面长边不足 800 像素或过于狭长，屏幕的细纹已不可见，不判断是否翻拍。"));
        }
        return List.of(told(frames.scores(ScreenModel.shipped()::score, FILM_HINT_FROM)));
    }

    private static Finding told(List<Double> scores) {
        double middle = ScreenFrames.middle(scores);
        if (middle < FILM_HINT_FROM) {
            return new NothingFound(
                    ID,
                    "查看了视频的 %d 帧画面，未见明显的翻拍屏幕迹象；压缩会抹去屏幕的细纹，多数翻拍视频不会被提示，未见不说明不是翻拍。"
                            .formatted(scores.size()));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("score", rounded(middle));
        facts.put("hintFrom", rounded(FILM_HINT_FROM));
        facts.put("scores", scores.stream().map(Recapture::rounded).toList());
        return new Found(
                ID,
                "FILM_RECAPTURE_HINT",
                SignalStrength.WEAK,
                "视频 %d 帧画面的细纹、清晰度和明暗特点与翻拍屏幕的照片相近（评分中位数 %.2f，%.2f 起提示）。"
                        .formatted(scores.size(), middle, FILM_HINT_FROM),
                FILM_DOES_NOT_PROVE,
                List.of(),
                facts);
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
            return new NothingFound(
                    ID, "未见明显的翻拍屏幕迹象；多数翻拍件也不会被提示，未见不说明不是翻拍。", OptionalDouble.of(rounded(score)));
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
