package io.mingjian.detection.media;

import java.util.Optional;

/**
 * What the head of a picture claims, before anything is decoded.
 *
 * @param width in pixels as stored, before orientation
 * @param height in pixels as stored, before orientation
 * @param frames 1 for a still picture
 */
public record Header(int width, int height, int frames) {

    public long pixels() {
        return (long) width * height;
    }

    MediaFacts facts() {
        return new MediaFacts(
                Optional.of(width),
                Optional.of(height),
                Optional.of(frames),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** Empty for kinds that are not decoded, and when the head cannot be read. */
    public static Optional<Header> of(ByteView file, Container container) {
        try {
            return switch (container.kind()) {
                case JPEG -> jpeg(file, container);
                case PNG -> png(file, container);
                case WEBP -> webp(file, container);
                case GIF -> gif(file, container);
                case TIFF -> tiff(file, container);
                case BMP -> bmp(file);
                case HEIF, AVIF -> HeifHeader.of(file, container);
                default -> Optional.empty();
            };
        } catch (BrokenBytes e) {
            return Optional.empty();
        }
    }

    static Optional<Header> checked(long width, long height, int frames) {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new Header((int) width, (int) height, frames));
    }

    /** The largest frame header counts: a decoder may choose any of several. */
    private static Optional<Header> jpeg(ByteView file, Container container) {
        return container.blocks().stream()
                .filter(block -> block.type().startsWith("SOF") && block.dataLength() >= 6)
                .map(
                        block ->
                                checked(
                                        file.u16(block.dataOffset() + 3),
                                        file.u16(block.dataOffset() + 1),
                                        1))
                .reduce(Header::larger)
                .flatMap(header -> header);
    }

    private static Optional<Header> larger(Optional<Header> one, Optional<Header> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return one.get().pixels() >= other.get().pixels() ? one : other;
    }

    private static Optional<Header> png(ByteView file, Container container) {
        if (container.blocks().isEmpty()) {
            return Optional.empty();
        }
        Block head = container.blocks().get(0);
        if (!head.type().equals("IHDR") || head.dataLength() != 13) {
            return Optional.empty();
        }
        boolean repeated = container.blocks("IHDR").count() > 1;
        if (repeated) {
            return Optional.empty();
        }
        long frames = container.first("acTL").map(b -> file.u32(b.dataOffset())).orElse(1L);
        return checked(
                file.u32(head.dataOffset()),
                file.u32(head.dataOffset() + 4),
                (int) Math.max(1, Math.min(frames, Integer.MAX_VALUE)));
    }

    private static Optional<Header> webp(ByteView file, Container container) {
        int frames = (int) container.blocks("ANMF").count();
        boolean animated = container.first("ANIM").isPresent() || frames > 0;
        Optional<Header> canvas =
                container.first("VP8X").flatMap(block -> canvas(file, block.dataOffset()));
        Optional<Header> lossy =
                container.first("VP8 ").flatMap(block -> lossy(file, block.dataOffset()));
        Optional<Header> lossless =
                container.first("VP8L").flatMap(block -> lossless(file, block.dataOffset()));
        Optional<Header> bitmap = lossy.or(() -> lossless);
        if (animated) {
            return canvas.map(h -> new Header(h.width(), h.height(), Math.max(2, frames)));
        }
        if (canvas.isPresent() && bitmap.isPresent()) {
            return larger(canvas, bitmap);
        }
        return bitmap;
    }

    private static Optional<Header> canvas(ByteView file, int at) {
        return checked(file.u24le(at + 4) + 1L, file.u24le(at + 7) + 1L, 1);
    }

    private static Optional<Header> lossy(ByteView file, int at) {
        if (file.u24le(at + 3) != 0x2A019D) {
            return Optional.empty();
        }
        return checked(file.u16le(at + 6) & 0x3FFF, file.u16le(at + 8) & 0x3FFF, 1);
    }

    private static Optional<Header> lossless(ByteView file, int at) {
        if (file.u8(at) != 0x2F) {
            return Optional.empty();
        }
        long bits = file.u32le(at + 1);
        return checked((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, 1);
    }

    private static Optional<Header> gif(ByteView file, Container container) {
        int frames = (int) Math.max(1, container.blocks("IMAGE").count());
        return checked(file.u16le(6), file.u16le(8), frames);
    }

    /** The first directory; further ones are other pages or smaller copies. */
    private static Optional<Header> tiff(ByteView file, Container container) {
        Optional<ExifFields> fields = ExifFields.of(file, container);
        Optional<Long> width = fields.flatMap(f -> number(f, 0x0100, file));
        Optional<Long> height = fields.flatMap(f -> number(f, 0x0101, file));
        return width.flatMap(w -> height.flatMap(h -> checked(w, h, 1)));
    }

    private static Optional<Long> number(ExifFields fields, int tag, ByteView file) {
        return fields.first(tag).flatMap(field -> field.number(file));
    }

    /** The oldest form has short numbers; a negative height means rows from the top. */
    private static Optional<Header> bmp(ByteView file) {
        if (file.u32le(14) == 12) {
            return checked(file.u16le(18), file.u16le(20), 1);
        }
        return checked(file.u32le(18), Math.abs((int) file.u32le(22)), 1);
    }
}
