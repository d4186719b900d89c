package io.mingjian.detection.media;

import io.mingjian.detection.media.Intake.Accepted;
import io.mingjian.detection.media.Intake.Reason;
import io.mingjian.detection.media.Intake.Refused;
import java.util.Optional;
import org.apache.tika.Tika;

/** What is taken: by content, and within the limits of its kind. */
final class IntakeRules {
    private static final Tika TIKA = new Tika();
    private static final int TIKA_LOOK = 64 << 10;
    private static final String TAKEN =
            "目前接收 JPEG、PNG、WebP、GIF、TIFF、BMP、HEIC、AVIF 图片，MP4、MOV、MKV、WebM、AVI、FLV 视频，"
                    + "PDF、DOCX、XLSX、PPTX 文档。";

    private IntakeRules() {}

    static Intake judge(ByteView bytes) {
        return bytes.length() == 0
                ? new Refused(Reason.EMPTY, "上传内容为空，请重新选择文件。")
                : judge(bytes, MediaFile.open(bytes));
    }

    static Intake judge(ByteView bytes, Optional<MediaFile> file) {
        Optional<MediaKind> kind = file.map(MediaFile::kind);
        if (kind.filter(MediaKind.FILMS::contains).isPresent()) {
            return film(file.get());
        }
        if (kind.filter(MediaKind.DOCUMENTS::contains).isPresent()) {
            Optional<Refused> refused = tooLarge(bytes, kind.get(), "文档");
            return refused.isPresent()
                    ? refused.get()
                    : new Intake.Document(new EvidenceDocument(file.get()));
        }
        return picture(bytes, file);
    }

    static Intake picture(ByteView bytes) {
        return bytes.length() == 0 ? judge(bytes) : picture(bytes, MediaFile.open(bytes));
    }

    private static Intake picture(ByteView bytes, Optional<MediaFile> file) {
        Optional<Refused> large = tooLarge(bytes, MediaKind.JPEG, "图片");
        if (large.isPresent()) {
            return large.get();
        }
        String tika = TIKA.detect(bytes.copy(0, Math.min(bytes.length(), TIKA_LOOK)));
        Optional<MediaFile> picture =
                file.filter(f -> MediaKind.PICTURES.contains(f.kind()))
                        .filter(f -> agrees(f.kind(), tika));
        return picture.isEmpty() ? unsupported(file, tika) : picture(picture.get());
    }

    /** Two detectors that disagree have seen a file that is two things at once. */
    private static boolean agrees(MediaKind kind, String tika) {
        boolean hasManyNames = kind == MediaKind.HEIF || kind == MediaKind.AVIF;
        return hasManyNames || kind.mediaType().equals(tika);
    }

    private static Refused unsupported(Optional<MediaFile> file, String tika) {
        if (file.map(MediaFile::kind).filter(kind -> kind == MediaKind.SVG).isPresent()) {
            return new Refused(
                    Reason.UNSUPPORTED_TYPE,
                    "文件内容是 SVG 矢量图（可含脚本和外部引用），不是照片，不予接收，也未被执行或展开。" + TAKEN);
        }
        return new Refused(
                Reason.UNSUPPORTED_TYPE, "按内容识别的文件类型为 %s，不予接收。%s".formatted(tika, TAKEN));
    }

    private static Intake picture(MediaFile file) {
        Optional<Header> header = file.header();
        if (header.isEmpty()) {
            return new Refused(Reason.UNREADABLE_HEADER, "无法读取图片的宽度和高度，文件可能不完整，请重新上传原文件。");
        }
        Optional<Refused> refused = beyond(file.kind(), header.get().facts(), "图片");
        return refused.isPresent()
                ? refused.get()
                : new Accepted(new EvidencePicture(file, header.get()));
    }

    private static Intake film(MediaFile file) {
        MediaFacts facts = MediaFacts.of(file);
        Optional<Refused> refused =
                tooLarge(file.bytes(), file.kind(), "视频")
                        .or(() -> beyond(file.kind(), facts, "视频"));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (facts.width().isEmpty()) {
            return new Refused(Reason.UNREADABLE_HEADER, "文件中没有可读取的视频画面，可能只有声音或不完整，请重新上传原文件。");
        }
        return new Intake.Film(new EvidenceFilm(file, facts));
    }

    private static Optional<Refused> tooLarge(ByteView bytes, MediaKind kind, String zhName) {
        int most = MediaLimits.bytes(kind);
        return bytes.length() <= most
                ? Optional.empty()
                : Optional.of(
                        new Refused(
                                Reason.TOO_LARGE,
                                "%s为 %.1f MB，超过 %d MB 上限，请压缩后重新上传，或联系承办人提交原件。"
                                        .formatted(
                                                zhName,
                                                bytes.length() / (double) (1 << 20),
                                                most >> 20)));
    }

    private static Optional<Refused> beyond(MediaKind kind, MediaFacts facts, String zhName) {
        MediaLimits.Of most = MediaLimits.of(kind);
        if (facts.pixels() > most.pixels()) {
            return Optional.of(
                    new Refused(
                            Reason.TOO_MANY_PIXELS,
                            "%s声明的尺寸为 %d×%d，超过 %d 万像素上限。"
                                    .formatted(
                                            zhName,
                                            facts.width().orElse(0),
                                            facts.height().orElse(0),
                                            most.pixels() / 10_000)));
        }
        if (facts.frames().orElse(0) > most.frames()) {
            return Optional.of(
                    new Refused(
                            Reason.TOO_MANY_FRAMES,
                            "%s声明含 %d 帧，超过 %d 帧上限。"
                                    .formatted(zhName, facts.frames().get(), most.frames())));
        }
        if (facts.seconds().orElse(0.0) > most.seconds()) {
            return Optional.of(
                    new Refused(
                            Reason.TOO_LONG,
                            "%s声明的时长为 %.0f 秒，超过 %d 秒上限，请截取相关片段并保留原件。"
                                    .formatted(zhName, facts.seconds().get(), most.seconds())));
        }
        return Optional.empty();
    }
}
