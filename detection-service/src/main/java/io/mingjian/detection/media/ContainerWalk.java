package io.mingjian.detection.media;

import io.mingjian.detection.media.Container.Damage;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Walks segments and chunks by their lengths; pixel data is skipped, not read. Stops at the first
 * contradiction and keeps what it saw until there.
 */
final class ContainerWalk {
    static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private final ByteView file;
    private final BlockList blocks;
    private int end;

    private ContainerWalk(ByteView file) {
        this.file = file;
        this.blocks = new BlockList(file);
        this.end = file.length();
    }

    static Container read(ByteView file, MediaKind kind) {
        ContainerWalk walk = new ContainerWalk(file);
        return walk.container(kind, () -> walk.blocks(kind));
    }

    static Container boxes(ByteView file) {
        ContainerWalk walk = new ContainerWalk(file);
        return walk.container(MediaKind.MP4, () -> BoxWalk.all(file, walk.blocks));
    }

    private Container container(MediaKind kind, IntSupplier walk) {
        Optional<Damage> damage = Optional.empty();
        try {
            end = walk.getAsInt();
        } catch (BlockList.LimitReached e) {
            damage = Optional.of(new Damage("LIMIT", e.offset()));
        } catch (BrokenBytes e) {
            damage = Optional.of(new Damage("DAMAGED", e.offset()));
        }
        return new Container(kind, blocks.all(), end, damage);
    }

    private int blocks(MediaKind kind) {
        return switch (kind) {
            case JPEG -> jpeg();
            case PNG -> png();
            case WEBP, WAV, AVI -> RiffWalk.walk(file, blocks);
            case GIF -> GifWalk.walk(file, blocks);
            case HEIF, AVIF, MP4 -> BoxWalk.walk(file, blocks);
            case MATROSKA -> MatroskaWalk.walk(file, blocks);
            case FLV -> FlvWalk.walk(file, blocks);
            case MP3 -> AudioWalk.mp3(file, blocks);
            case FLAC -> AudioWalk.flac(file, blocks);
            case OGG -> AudioWalk.ogg(file, blocks);
            case OOXML -> ZipWalk.walk(file, blocks);
            // Their places are found by reading, not by walking blocks.
            case TIFF, BMP, PDF, SVG, TEXT -> file.length();
        };
    }

    // --- JPEG, ITU-T T.81 annex B -------------------------------------------------------------

    private int jpeg() {
        int at = 2;
        while (true) {
            if (file.u8(at) != 0xFF) {
                throw new BrokenBytes(at, "no marker where one is due");
            }
            int marker = file.u8(at + 1);
            if (marker == 0xFF) {
                at++;
            } else if (marker == 0xD9) {
                return at + 2;
            } else if (standsAlone(marker)) {
                at += 2;
            } else {
                at = segment(at, marker);
            }
        }
    }

    private int segment(int at, int marker) {
        int length = file.u16(at + 2);
        if (length < 2) {
            throw new BrokenBytes(at, "segment shorter than its own length field");
        }
        blocks.add(jpegName(marker), at, at + 4, length - 2L);
        int next = at + 2 + length;
        return marker == 0xDA ? afterScan(next) : next;
    }

    /** Entropy-coded data ends at the first marker that is neither stuffing nor a restart. */
    private int afterScan(int from) {
        int at = from;
        while (true) {
            at = file.indexOf(0xFF, at, file.length());
            if (at < 0) {
                throw new BrokenBytes(file.length(), "scan without an end");
            }
            int next = file.u8(at + 1);
            if (next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                return at;
            }
            at += next == 0xFF ? 1 : 2;
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static String jpegName(int marker) {
        if (marker >= 0xE0 && marker <= 0xEF) {
            return "APP" + (marker - 0xE0);
        }
        return switch (marker) {
            case 0xFE -> "COM";
            case 0xDA -> "SOS";
            case 0xDB -> "DQT";
            case 0xC4 -> "DHT";
            case 0xDD -> "DRI";
            case 0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                    "SOF" + (marker - 0xC0);
            default -> "M%02X".formatted(marker);
        };
    }

    // --- PNG, ISO/IEC 15948 -------------------------------------------------------------------

    private int png() {
        int at = PNG_SIGNATURE.length();
        while (true) {
            long length = file.u32(at);
            String type = file.latin1(at + 4, 4);
            if (!type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                throw new BrokenBytes(at, "no chunk type where one is due");
            }
            if (length > Integer.MAX_VALUE) {
                throw new BrokenBytes(at, "chunk longer than the format allows");
            }
            blocks.add(type, at, at + 8, length);
            file.u32(at + 8 + (int) length);
            at += 12 + (int) length;
            if (type.equals("IEND")) {
                return at;
            }
        }
    }
}
