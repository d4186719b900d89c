package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.CameraCheck.Answered;
import io.mingjian.detection.provenance.CameraCheck.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What camera data amount to, and what in them does not go together. */
final class CameraFindings {
    private static final List<Integer> EXPOSURE =
            List.of(ExifFields.EXPOSURE_TIME, ExifFields.F_NUMBER, ExifFields.ISO);

    private final AnalyzerId by;

    CameraFindings(AnalyzerId by) {
        this.by = by;
    }

    /** Of a file that breaks off nobody knows what it held behind that, so absence is not told. */
    List<Found> of(MediaFile media) {
        List<Found> found = inWhatWasRead(media);
        return media.container().damage().isEmpty()
                ? found
                : found.stream().filter(each -> !each.code().equals("NO_CAMERA_DATA")).toList();
    }

    private List<Found> inWhatWasRead(MediaFile media) {
        Optional<CameraData> data = CameraData.of(media);
        if (data.isEmpty()) {
            return List.of(none(Map.of()));
        }
        List<Answered> answers = CameraChecks.of(data.get());
        List<Answered> against =
                answers.stream().filter(answered -> answered.is(Outcome.CONTRADICTS)).toList();
        List<Found> found = new ArrayList<>();
        found.add(extent(data.get(), answers, against.isEmpty()));
        if (!against.isEmpty()) {
            found.add(contradicts(data.get(), against));
        }
        return List.copyOf(found);
    }

    private Found extent(CameraData data, List<Answered> answers, boolean isCoherent) {
        Map<String, Object> facts = data.shown();
        boolean maker = facts.containsKey("make") && facts.containsKey("model");
        long exposure = EXPOSURE.stream().filter(tag -> data.exif().first(tag).isPresent()).count();
        if (!maker && exposure == 0) {
            return none(facts);
        }
        facts.put("checks", answers.stream().map(Answered::facts).toList());
        boolean complete = maker && exposure == EXPOSURE.size() && facts.containsKey("takenAt");
        return complete && isReadable(facts) && isCoherent ? coherent(facts) : partial(facts);
    }

    /** A field that is there may still hold a fraction without a value. */
    private static boolean isReadable(Map<String, Object> facts) {
        return facts.keySet().containsAll(List.of("exposureSeconds", "fNumber", "iso"));
    }

    private Found coherent(Map<String, Object> facts) {
        return new Found(
                by,
                "CAMERA_DATA_COHERENT",
                SignalStrength.COUNTER_SIGN,
                "拍摄参数齐全，数值在合理范围内，各项记录相互一致。",
                "拍摄参数可用软件写入或复制，不说明画面为现场实拍，也不说明拍摄时间属实。",
                List.of(),
                facts);
    }

    private Found partial(Map<String, Object> facts) {
        return new Found(
                by,
                "CAMERA_DATA_PARTIAL",
                SignalStrength.NEUTRAL,
                "文件含有部分拍摄信息，参数不完整、超出常见范围或相互不符。",
                "编辑或转存软件常会丢弃部分参数，不说明画面内容被改动。",
                List.of(),
                facts);
    }

    private Found none(Map<String, Object> facts) {
        return new Found(
                by,
                "NO_CAMERA_DATA",
                SignalStrength.NEUTRAL,
                "文件没有拍摄信息，可能为截屏或经平台转存，必要时可要求提供原始文件或视频。",
                "聊天软件和购物平台转存时普遍会清除拍摄信息，不能据此推断图像来源。",
                List.of(),
                facts);
    }

    private Found contradicts(CameraData data, List<Answered> against) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contradictions", against.stream().map(a -> a.check().name()).toList());
        data.text(ExifFields.MAKE).ifPresent(make -> facts.put("make", make));
        facts.put("checks", against.stream().map(Answered::facts).toList());
        String seen =
                against.stream().map(a -> a.answer().zhSeen()).collect(Collectors.joining("；"));
        return new Found(
                by,
                "CAMERA_DATA_CONTRADICTS",
                SignalStrength.WEAK,
                "拍摄信息有%d处不符：%s。".formatted(against.size(), seen),
                "缩放、裁剪、转存、时钟未校准和软件差错都会造成不符，不说明画面内容被改动，也不说明由谁造成。",
                List.of(),
                facts);
    }
}
