package io.mingjian.detection.model;

import ai.onnxruntime.OrtException;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.forensics.Channel;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model about tiles of the picture at their own size. Code {@code PIXEL_MODEL_SCORE}, a
 * measurement that weighs nothing until a model passes the gates; the score of each tile is kept
 * for a map. The network is opened at the first picture; closing gives its memory back, and the
 * next picture opens it again.
 */
public final class PixelModel implements Analyzer, AutoCloseable {
    private static final String NAME = "pixel-model";

    private final ModelFile.Search search;
    private final AnalyzerId id;
    private @Nullable Network network;

    public PixelModel(ModelFile.Search search) {
        this.search = search;
        this.id =
                new AnalyzerId(
                        NAME,
                        search instanceof ModelFile.Search.Ready ready
                                ? ready.file().card().version()
                                : 1);
    }

    @Override
    public AnalyzerId id() {
        return id;
    }

    @Override
    public Set<MediaKind> reads() {
        return MediaKind.PICTURES;
    }

    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        if (search instanceof ModelFile.Search.Refused refused) {
            return List.of(
                    unread(
                            "MODEL_REFUSED",
                            "像素模型与其说明卡不符，未进行像素评分。",
                            Map.of("reason", refused.reason())));
        }
        if (!(search instanceof ModelFile.Search.Ready ready)) {
            return List.of(new NotApplicable(id, "NO_MODEL", "未配置像素模型，不进行像素评分。"));
        }
        if (Math.min(picture.width(), picture.height()) < Tiles.SIDE) {
            return List.of(
                    new NotApplicable(id, "TOO_SMALL", "图片短边不足 " + Tiles.SIDE + " 像素，不进行像素评分。"));
        }
        Decoding decoding = picture.pixels();
        if (decoding instanceof Decoding.Undecodable undecodable) {
            return List.of(
                    unread(undecodable.code(), undecodable.zhReason() + "未进行像素评分。", Map.of()));
        }
        return List.of(scored(picture, (Decoding.Decoded) decoding, ready.file()));
    }

    private CouldNotRead unread(String code, String zhReason, Map<String, Object> facts) {
        return new CouldNotRead(id, code, zhReason, facts);
    }

    private Finding scored(EvidencePicture picture, Decoding.Decoded decoded, ModelFile file) {
        Pixels pixels = decoded.pixels();
        List<Tiles.Corner> corners =
                Tiles.corners(pixels.width(), pixels.height(), file.card().tilesAcross());
        if (corners.isEmpty()) {
            return new NotApplicable(id, "TOO_SMALL", "图片按比例读取后过窄，不进行像素评分。");
        }
        try {
            float[] patches = ask(file, Tiles.values(pixels, corners), corners.size());
            return found(
                    TileScores.of(pixels.width(), pixels.height(), corners, patches),
                    Channel.of(picture.mediaFile(), Math.max(picture.width(), picture.height())),
                    decoded,
                    file.card());
        } catch (OrtException | LinkageError e) {
            // The library cannot be loaded on this machine, has no memory left, or the file is no
            // network although its hash is the card's.
            return unread(
                    "READER_UNAVAILABLE",
                    "像素模型未能运行，未进行像素评分。",
                    Map.of("failure", String.valueOf(e.getMessage())));
        }
    }

    private Found found(TileScores tiles, Channel channel, Decoding.Decoded decoded, Card card) {
        double score = TileScores.rounded(tiles.score());
        OptionalDouble threshold = card.threshold(channel);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("score", score);
        facts.put("channel", channel.name());
        threshold.ifPresent(
                value -> {
                    facts.put("threshold", value);
                    facts.put("aboveThreshold", score > value);
                });
        facts.put("model", card.name());
        facts.put("modelVersion", card.version());
        facts.put("modelSha256", card.sha256());
        facts.put("passedItsGates", card.passedItsGates());
        facts.put("figures", card.figures());
        facts.put("tiles", tiles.facts());
        facts.put("thinnedBy", decoded.pixels().step());
        facts.put("partlyDecoded", decoded.partial());
        return new Found(
                id,
                "PIXEL_MODEL_SCORE",
                SignalStrength.MEASUREMENT,
                summary(score, tiles, channel, threshold),
                doesNotProve(card),
                List.of(),
                facts);
    }

    private static String summary(
            double score, TileScores tiles, Channel channel, OptionalDouble threshold) {
        String beside =
                threshold.isEmpty()
                        ? "；这类图片尚无足够的已核对照片，没有可供对照的界值。"
                        : (score > threshold.getAsDouble() ? "；高于" : "；不高于")
                                + "这类照片中百分之一会超过的界值 %.2f。".formatted(threshold.getAsDouble());
        return "试验性像素模型对 %d 处局部评分，综合为 %.2f（0 至 1），按“%s”对照%s"
                .formatted(tiles.logits().size(), score, channel.zhName(), beside);
    }

    private static String doesNotProve(Card card) {
        String measured =
                card.figure("auc").isPresent() && card.figure("tprAtFpr1").isPresent()
                        ? "在未见过的来源上 AUC 仅 %.2f，误报率为 1%% 时只能检出 %.0f%% 的生成图像，"
                                .formatted(
                                        card.figure("auc").getAsDouble(),
                                        card.figure("tprAtFpr1").getAsDouble() * 100)
                        : "在未见过的来源上的效果尚未测定，";
        return "该模型为试验性质，" + measured + "因此不参与综合判断。分数高低都不说明图片由人工智能生成或由相机拍摄；压缩、缩放、美颜、锐化和翻拍同样会改变分数。";
    }

    /** One picture at a time, so that nobody closes what another uses and memory has a bound. */
    private synchronized float[] ask(ModelFile file, float[] values, int tiles)
            throws OrtException {
        if (network == null) {
            network = file.open();
        }
        return network.ask(values, tiles, Tiles.CHANNELS, Tiles.SIDE, Tiles.SIDE);
    }

    @Override
    public synchronized void close() {
        if (network != null) {
            network.close();
            network = null;
        }
    }
}
