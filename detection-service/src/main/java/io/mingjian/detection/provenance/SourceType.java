package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the IPTC digital source type out of XMP: what the writer of the file calls its origin.
 * Codes of the IPTC NewsCodes list are sorted into classes; the prefix used for the namespace is
 * free.
 */
public final class SourceType implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("source-type", 2);
    private static final String NAMESPACE = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /** What a code of the list says about how a picture came about. */
    private enum Origin {
        GENERATED(SignalStrength.MEDIUM, "由人工智能生成"),
        PARTLY_GENERATED(SignalStrength.MEDIUM, "部分内容由人工智能生成或修改"),
        MIXED(SignalStrength.WEAK, "经过合成或算法增强，是否使用人工智能未说明"),
        COMPUTER_MADE(SignalStrength.NEUTRAL, "由计算机制作，未说明使用人工智能"),
        CAMERA(SignalStrength.COUNTER_SIGN, "由相机等设备拍摄或扫描"),
        SCREEN(SignalStrength.NEUTRAL, "为屏幕截图"),
        EDITED(SignalStrength.WEAK, "经过人工编辑"),
        OTHER(SignalStrength.NEUTRAL, "不在已知代码表内");

        private final SignalStrength strength;
        private final String zhMeaning;

        Origin(SignalStrength strength, String zhMeaning) {
            this.strength = strength;
            this.zhMeaning = zhMeaning;
        }
    }

    private static final Map<String, Origin> ORIGINS =
            Map.ofEntries(
                    Map.entry("trainedAlgorithmicMedia", Origin.GENERATED),
                    Map.entry("compositeWithTrainedAlgorithmicMedia", Origin.PARTLY_GENERATED),
                    Map.entry("algorithmicallyEnhanced", Origin.MIXED),
                    Map.entry("compositeSynthetic", Origin.MIXED),
                    Map.entry("composite", Origin.MIXED),
                    Map.entry("algorithmicMedia", Origin.COMPUTER_MADE),
                    Map.entry("dataDrivenMedia", Origin.COMPUTER_MADE),
                    Map.entry("digitalCreation", Origin.COMPUTER_MADE),
                    Map.entry("digitalArt", Origin.COMPUTER_MADE),
                    Map.entry("virtualRecording", Origin.COMPUTER_MADE),
                    Map.entry("digitalCapture", Origin.CAMERA),
                    Map.entry("computationalCapture", Origin.CAMERA),
                    Map.entry("compositeCapture", Origin.CAMERA),
                    Map.entry("negativeFilm", Origin.CAMERA),
                    Map.entry("positiveFilm", Origin.CAMERA),
                    Map.entry("print", Origin.CAMERA),
                    Map.entry("screenCapture", Origin.SCREEN),
                    Map.entry("humanEdits", Origin.EDITED),
                    Map.entry("minorHumanEdits", Origin.EDITED),
                    Map.entry("softwareImage", Origin.EDITED));

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        Carriers carriers = Carriers.of(file);
        List<Finding> findings = new ArrayList<>();
        for (Carriers.Packet packet : carriers.packets()) {
            packet.xmp()
                    .value(NAMESPACE, "DigitalSourceType")
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> findings.add(found(packet, value)));
        }
        carriers.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        if (findings.isEmpty()) {
            findings.add(new NothingFound(ID, "元数据中没有数字来源类型。"));
        }
        return List.copyOf(findings);
    }

    private static Found found(Carriers.Packet packet, String value) {
        String code = value.strip().substring(value.strip().lastIndexOf('/') + 1);
        Origin origin = ORIGINS.getOrDefault(code, Origin.OTHER);
        Map<String, Object> facts = packet.carrier().whereabouts();
        facts.put("digitalSourceType", Limits.bounded(code));
        packet.xmp()
                .value(NAMESPACE, "AISystemUsed")
                .ifPresent(system -> facts.put("aiSystemUsed", Limits.bounded(system)));
        return new Found(
                ID,
                "SOURCE_TYPE_" + origin.name(),
                origin.strength,
                "元数据标注数字来源类型为“" + Limits.bounded(code) + "”，含义：" + origin.zhMeaning + "。",
                "元数据可由任何软件写入或改写，不能单独说明图像的实际来源，也不说明画面内容是否属实。",
                List.of(),
                facts);
    }
}
