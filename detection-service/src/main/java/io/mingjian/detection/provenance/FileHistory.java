package io.mingjian.detection.provenance;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the file tells about its way here: camera data, editors, screenshots, bytes behind the end.
 * Plain facts of little weight. Place, serial numbers and owner names are noted as present at most,
 * never repeated.
 *
 * <p>Codes: {@code CAMERA_DATA_COHERENT} (complete, within what cameras can do and without
 * contradiction), {@code CAMERA_DATA_PARTIAL}, {@code CAMERA_DATA_CONTRADICTS}, {@code
 * NO_CAMERA_DATA}, {@code EDITOR_SAVED}, {@code SCREENSHOT}, {@code TRAILING_DATA}.
 */
public final class FileHistory implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("file-history", 3);
    private static final CameraFindings CAMERA = new CameraFindings(ID);
    private static final Set<MediaKind> CAMERAS_WRITE =
            EnumSet.of(
                    MediaKind.JPEG,
                    MediaKind.PNG,
                    MediaKind.WEBP,
                    MediaKind.TIFF,
                    MediaKind.HEIF,
                    MediaKind.AVIF);

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        Carriers carriers = Carriers.of(file);
        List<Finding> findings = new ArrayList<>();
        EditorTrace.in(carriers, ID).ifPresent(findings::add);
        ScreenshotTrace.in(carriers, ID).ifPresent(findings::add);
        if (CAMERAS_WRITE.contains(file.kind())) {
            findings.addAll(CAMERA.of(file));
        }
        TrailingData.in(file, ID).ifPresent(findings::add);
        carriers.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        if (findings.isEmpty()) {
            findings.add(new NothingFound(ID, "文件中没有编辑软件、截屏或拍摄设备的记录。"));
        }
        return List.copyOf(findings);
    }
}
