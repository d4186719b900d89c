package io.mingjian.detection.media;

import io.mingjian.detection.media.Intake.Accepted;
import io.mingjian.detection.media.Intake.Reason;
import io.mingjian.detection.media.Intake.Refused;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * A picture file whose type, size and structure are known; pixels are decoded at first need and
 * kept as long as the object lives. Safe to share between threads.
 */
public final class EvidencePicture {
    private static final Tika TIKA = new Tika();

    private final MediaFile mediaFile;
    private final ByteView file;
    private final Container container;
    private final Header header;
    private final Orientation orientation;
    private volatile @Nullable Decoding decoding;

    private EvidencePicture(MediaFile mediaFile, Header header) {
        this.mediaFile = mediaFile;
        this.file = mediaFile.bytes();
        this.container = mediaFile.container();
        this.header = header;
        this.orientation = Orientation.of(orientationTag());
    }

    /**
     * Looks at type, limits and header. The array is handed over: the caller must not change it any
     * more. Never throws for what the bytes hold.
     */
    public static Intake open(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused(Reason.EMPTY, "上传内容为空，请重新选择图片文件。");
        }
        if (bytes.length > MediaLimits.MAX_BYTES) {
            return new Refused(Reason.TOO_LARGE, "图片超过 20 MB 上限，请压缩后重新上传，或联系承办人提交原件。");
        }
        String tika = TIKA.detect(bytes);
        Optional<MediaFile> file =
                MediaFile.open(ByteView.of(bytes))
                        .filter(f -> MediaKind.PICTURES.contains(f.kind()))
                        .filter(f -> f.kind().mediaType().equals(tika));
        if (file.isEmpty()) {
            return new Refused(
                    Reason.UNSUPPORTED_TYPE,
                    "按内容识别的文件类型为 %s，目前只接收 JPEG、PNG、WebP 静态图片。".formatted(tika));
        }
        return open(file.get());
    }

    private static Intake open(MediaFile file) {
        Optional<Header> header = Header.of(file.bytes(), file.container());
        if (header.isEmpty()) {
            return new Refused(Reason.UNREADABLE_HEADER, "无法读取图片的宽度和高度，文件可能不完整，请重新上传原文件。");
        }
        if (header.get().pixels() > MediaLimits.MAX_PIXELS) {
            return new Refused(
                    Reason.TOO_MANY_PIXELS,
                    "图片声明的尺寸为 %d×%d，超过 6000 万像素上限。"
                            .formatted(header.get().width(), header.get().height()));
        }
        if (header.get().frames() > 1) {
            return new Refused(Reason.ANIMATED, "暂不接收动态图片，请提交静态图片或视频。");
        }
        return new Accepted(new EvidencePicture(file, header.get()));
    }

    private long orientationTag() {
        return exif().flatMap(fields -> fields.first(ExifFields.ORIENTATION))
                .flatMap(field -> field.number(file))
                .orElse(1L);
    }

    public MediaKind kind() {
        return container.kind();
    }

    /** The file as those see it who need no pixels. */
    public MediaFile mediaFile() {
        return mediaFile;
    }

    /** The bytes of the file, read-only. */
    public ByteView file() {
        return file;
    }

    public Container container() {
        return container;
    }

    public Optional<ExifFields> exif() {
        return mediaFile.exif();
    }

    /** Width of the upright picture in pixels, from the header. */
    public int width() {
        return orientation.swapsSides() ? header.height() : header.width();
    }

    /** Height of the upright picture in pixels, from the header. */
    public int height() {
        return orientation.swapsSides() ? header.width() : header.height();
    }

    /** Upright pixels; the first call decodes. */
    public Decoding pixels() {
        Decoding known = decoding;
        if (known == null) {
            synchronized (this) {
                known = decoding;
                if (known == null) {
                    known = Decoder.decode(file, container, header, orientation);
                    decoding = known;
                }
            }
        }
        return known;
    }

    /** Alpha as stored, of PNG files with eight bits of it; decodes at every call. */
    public Optional<StoredAlpha> storedAlpha() {
        boolean rgba =
                kind() == MediaKind.PNG
                        && container
                                .first("IHDR")
                                .filter(
                                        head ->
                                                file.u8(head.dataOffset() + 8) == 8
                                                        && file.u8(head.dataOffset() + 9) == 6)
                                .isPresent();
        return rgba ? Decoder.alpha(file, container, header) : Optional.empty();
    }
}
