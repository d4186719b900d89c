package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.provenance.DwtDct.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the watermark that the published programs of Stable Diffusion and FLUX put into their
 * pictures. It does not outlive lossy storage, so only PNG files are searched; it can be put into
 * any picture by anybody. Code: {@code INVISIBLE_WATERMARK}.
 */
public final class InvisibleWatermark implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("invisible-watermark", 1);

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
        if (picture.kind() != MediaKind.PNG) {
            return nothing("未检查隐形水印：所查水印经有损压缩即被破坏，只检查 PNG 文件。");
        }
        return whole(picture)
                .flatMap(DwtDct::strongest)
                .map(hit -> List.<Finding>of(found(hit)))
                .orElseGet(() -> nothing("未检出开源生成模型的隐形水印。缩放、裁剪、有损压缩都会破坏此类水印。"));
    }

    /** Thinned pictures have lost the watermark. */
    private static Optional<Pixels> whole(EvidencePicture picture) {
        return picture.pixels() instanceof Decoding.Decoded decoded && decoded.pixels().step() == 1
                ? Optional.of(decoded.pixels())
                : Optional.empty();
    }

    private static List<Finding> nothing(String summary) {
        return List.of(new NothingFound(ID, summary));
    }

    private static Found found(DwtDct.Hit hit) {
        Message message = hit.message();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "PIXELS");
        facts.put("watermark", message.label());
        facts.put("bitsRight", hit.right());
        facts.put("bits", message.length());
        return new Found(
                ID,
                "INVISIBLE_WATERMARK",
                SignalStrength.MEDIUM,
                "检出开源生成模型（" + message.label() + "）常用的隐形水印。",
                "该水印可用公开程序写入任何图片，不说明画面由该模型生成，也不说明提交人知情。",
                List.of(),
                facts);
    }
}
