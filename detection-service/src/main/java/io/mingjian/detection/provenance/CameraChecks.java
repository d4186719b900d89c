package io.mingjian.detection.provenance;

import io.mingjian.detection.provenance.CameraCheck.Answer;
import io.mingjian.detection.provenance.CameraCheck.Answered;
import java.util.List;
import java.util.function.Function;

/** Every question to camera data; a new one is a method and one row here. */
final class CameraChecks {
    static final List<CameraCheck> TABLE =
            List.of(
                    row("MAKER_KNOWN", "厂商名称是否在已知名单中", MakerChecks::known),
                    row("MAKER_NOTE", "专有注释是否为该厂商的格式", MakerChecks::note),
                    row("LENS", "镜头名称是否与机型相符", MakerChecks::lens),
                    row("COLOUR_PROFILE", "色彩描述文件是否出自该厂商", MakerChecks::profile),
                    row("EXPOSURE", "快门、光圈、感光度是否在相机能力范围内", ExposureChecks::possible),
                    row("SHUTTER", "两处记录的快门是否一致", ExposureChecks::shutter),
                    row("APERTURE", "两处记录的光圈是否一致", ExposureChecks::aperture),
                    row("TIME_ORDER", "保存时间是否不早于拍摄时间", TimeChecks::order),
                    row("SAVED_AT_ONCE", "文件是否在拍摄后立即保存", TimeChecks::savedAtOnce),
                    row("SUBSECONDS", "拍摄时间是否带有合格的秒小数", TimeChecks::subseconds),
                    row("SATELLITE_TIME", "卫星时间是否与拍摄时间相符", TimeChecks::satellite),
                    row("PICTURE_SIZE", "记录的尺寸是否与画面尺寸一致", FileChecks::size),
                    row("EXIF_FIRST", "拍摄信息是否位于文件最前", FileChecks::exifFirst));

    private CameraChecks() {}

    static List<Answered> of(CameraData data) {
        return TABLE.stream().map(check -> check.of(data)).toList();
    }

    private static CameraCheck row(
            String name, String zhQuestion, Function<CameraData, Answer> answer) {
        return new CameraCheck(name, zhQuestion, answer);
    }
}
