package io.mingjian.detection.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture file whose type, size and structure are known; pixels are decoded at first need and
 * kept as long as the object lives. Safe to share between threads.
 */
public final class EvidencePicture {
    private final MediaFile mediaFile;
    private final ByteView file;
    private final Container container;
    private final Header header;
    private final Orientation orientation;
    private volatile @Nullable Decoding decoding;

    EvidencePicture(MediaFile mediaFile, Header header) {
        this.mediaFile = mediaFile;
        this.file = mediaFile.bytes();
        this.container = mediaFile.container();
        this.header = header;
        this.orientation = Orientation.of(orientationTag());
    }

    /**
     * Looks at type, limits and header; whatever is no picture is refused. The array is handed
     * over: the caller must not change it any more. Never throws for what the bytes hold.
     */
    public static Intake open(byte[] bytes) {
        return open(ByteView.of(bytes));
    }

    static Intake open(ByteView bytes) {
        return IntakeRules.picture(bytes);
    }

    /** What EXIF says; HEIF and AVIF are turned by what the container says, and by nothing else. */
    private long orientationTag() {
        if (kind() == MediaKind.HEIF || kind() == MediaKind.AVIF) {
            return 1;
        }
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

    /** How the stored pixels were turned to stand upright. */
    public Orientation orientation() {
        return orientation;
    }

    /** Width of the upright picture in pixels, from the header. */
    public int width() {
        return orientation.swapsSides() ? header.height() : header.width();
    }

    /** Height of the upright picture in pixels, from the header. */
    public int height() {
        return orientation.swapsSides() ? header.width() : header.height();
    }

    /** 1 for a still picture; of the others only the first is looked at. */
    public int frames() {
        return header.frames();
    }

    /**
     * Upright pixels; the first call decodes.
     *
     * @throws DecoderBusy if it did not get its turn; a later call may
     */
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
