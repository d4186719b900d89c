package io.mingjian.detection.media;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Kinds of file whose labels the service reads; always decided by content. */
public enum MediaKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    GIF("image/gif"),
    TIFF("image/tiff"),
    BMP("image/bmp"),
    HEIF("image/heif"),
    AVIF("image/avif"),
    /** MP4, QuickTime and M4A: boxes of ISO 14496-12. */
    MP4("video/mp4"),
    MATROSKA("video/x-matroska"),
    FLV("video/x-flv"),
    AVI("video/x-msvideo"),
    WAV("audio/x-wav"),
    MP3("audio/mpeg"),
    FLAC("audio/flac"),
    OGG("audio/ogg"),
    PDF("application/pdf"),
    /** Word, Excel and PowerPoint since 2007. */
    OOXML("application/vnd.openxmlformats-officedocument"),
    /** Read as text for its labels and never drawn: it may hold scripts and point outside. */
    SVG("image/svg+xml"),
    /** Plain text, Markdown, JSON. */
    TEXT("text/plain");

    /** Kinds whose pixels the service decodes. */
    public static final Set<MediaKind> PICTURES =
            Set.copyOf(EnumSet.of(JPEG, PNG, WEBP, GIF, TIFF, BMP, HEIF, AVIF));

    /** Kinds of which the service looks at some pictures. */
    public static final Set<MediaKind> FILMS = Set.copyOf(EnumSet.of(MP4, MATROSKA, AVI, FLV));

    /** Kinds whose embedded pictures the service looks at. */
    public static final Set<MediaKind> DOCUMENTS = Set.copyOf(EnumSet.of(PDF, OOXML));

    private static final int BRANDS_LOOK = 512;
    private static final int TEXT_LOOK = 64 << 10;
    private static final int ZIP_LOOK = 1 << 20;

    private final String mediaType;

    MediaKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty for a kind that is not listed here, whatever the file's name says. */
    public static Optional<MediaKind> of(ByteView file) {
        return picture(file).or(() -> riff(file)).or(() -> stream(file)).or(() -> document(file));
    }

    private static Optional<MediaKind> picture(ByteView file) {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (file.has(0, ContainerWalk.PNG_SIGNATURE)) {
            return Optional.of(PNG);
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (isBitmap(file)) {
            return Optional.of(BMP);
        }
        return file.has(4, "ftyp") ? Optional.of(boxes(file)) : Optional.empty();
    }

    /** Two letters are too few to go by; the size of the second head must be one that exists. */
    private static boolean isBitmap(ByteView file) {
        if (!file.has(0, "BM") || file.length() < 26) {
            return false;
        }
        long head = file.u32le(14);
        return head == 12 || head == 16 || head >= 40 && head <= 124 && head % 4 == 0;
    }

    /** The brand, or one of those that the file is compatible with, tells pictures from films. */
    private static MediaKind boxes(ByteView file) {
        int end = (int) Math.min(file.u32(0), Math.min(file.length(), BRANDS_LOOK));
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
            switch (file.latin1(at, 4)) {
                case "avif", "avis" -> {
                    return AVIF;
                }
                case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> {
                    return HEIF;
                }
                default -> {}
            }
        }
        return MP4;
    }

    private static Optional<MediaKind> riff(ByteView file) {
        if (!file.has(0, "RIFF") && !file.has(0, "RF64")) {
            return Optional.empty();
        }
        if (file.has(8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (file.has(8, "WAVE")) {
            return Optional.of(WAV);
        }
        return file.has(8, "AVI ") ? Optional.of(AVI) : Optional.empty();
    }

    private static Optional<MediaKind> stream(ByteView file) {
        if (file.has(0, "\u001a\u0045\u00df\u00a3")) {
            return Optional.of(MATROSKA);
        }
        if (file.has(0, "FLV\1")) {
            return Optional.of(FLV);
        }
        if (file.has(0, "OggS")) {
            return Optional.of(OGG);
        }
        int audio = Id3Tag.length(file, 0);
        if (file.has(audio, "fLaC")) {
            return Optional.of(FLAC);
        }
        boolean mpeg = audio > 0 || isMpegFrame(file);
        if (mpeg) {
            return Optional.of(MP3);
        }
        // QuickTime files of old begin with another box than ftyp.
        boolean quickTime =
                file.has(4, "moov") || file.has(4, "wide") || file.has(4, "mdat") && file.u8(0) < 8;
        return quickTime ? Optional.of(MP4) : Optional.empty();
    }

    /** Layer III, a bit rate and a sample rate that exist. */
    private static boolean isMpegFrame(ByteView file) {
        if (file.length() < 4 || file.u8(0) != 0xFF || (file.u8(1) & 0xE6) != 0xE2) {
            return false;
        }
        int rates = file.u8(2);
        return rates >> 4 != 0 && rates >> 4 != 15 && (rates >> 2 & 3) != 3;
    }

    private static Optional<MediaKind> document(ByteView file) {
        if (file.indexOf("%PDF-", 0, 1024) >= 0) {
            return Optional.of(PDF);
        }
        if (file.has(0, "PK\3\4")) {
            return isOoxml(file) ? Optional.of(OOXML) : Optional.empty();
        }
        if (Markup.isSvg(file)) {
            return Optional.of(SVG);
        }
        return isText(file) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean isOoxml(ByteView file) {
        String types = "[Content_Types].xml";
        int tail = Math.max(0, file.length() - ZIP_LOOK);
        return file.indexOf(types, 0, TEXT_LOOK) >= 0
                || file.indexOf(types, tail, file.length()) >= 0;
    }

    /** UTF-8 without control characters; markup languages are other kinds. */
    private static boolean isText(ByteView file) {
        int length = Math.min(file.length(), TEXT_LOOK);
        int whole = length;
        while (length < file.length() && whole > 0 && (file.u8(whole) & 0xC0) == 0x80) {
            whole--;
        }
        byte[] start = file.copy(0, whole);
        for (byte b : start) {
            boolean control = b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r';
            if (control) {
                return false;
            }
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(java.nio.ByteBuffer.wrap(start))
                            .toString();
            return !text.isBlank() && !text.replace("\uFEFF", "").stripLeading().startsWith("<");
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
