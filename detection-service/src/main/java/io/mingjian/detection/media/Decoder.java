package io.mingjian.detection.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.mingjian.detection.media.Child.Outcome;
import io.mingjian.detection.media.Decoding.Decoded;
import io.mingjian.detection.media.Decoding.Undecodable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Bytes to upright pixels. One decoder per kind, chosen here and nowhere else, because two JPEG
 * decoders differ by a shade and every measured value would move with them.
 */
final class Decoder {
    private static final Set<MediaKind> IN_PROCESS = Set.of(MediaKind.JPEG, MediaKind.PNG);
    private static final long TILE_PIXELS = 1L << 20;
    private static final ImageReaderSpi JPEG = jpegReader();

    private Decoder() {}

    static Decoding decode(
            ByteView file, Container container, Header header, Orientation orientation) {
        if (container.kind() == MediaKind.JPEG
                && scans(file, container) * header.pixels() > MediaLimits.MAX_SCANNED_PIXELS) {
            return new Undecodable("LIMIT", "图像分为过多次扫描，解码超出处理限额，未解码。");
        }
        int step = 1;
        while (header.pixels() / ((long) step * step) > MediaLimits.FULL_DECODE_PIXELS) {
            step++;
        }
        if (!IN_PROCESS.contains(container.kind())) {
            return inChild(file, container, header, orientation, step);
        }
        try {
            return read(file, container, header, orientation, step);
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken files with all kinds of exceptions; to us they are one case.
            return undecodable();
        }
    }

    /**
     * Formats whose decoders are large or little tried against hostile bytes are decoded outside
     * this process, where they can be ended: a WebP of 64 bytes kept a decoder written in Java busy
     * for minutes. How much is kept was chosen by the header, so no more may come than it told.
     */
    private static Decoding inChild(
            ByteView file, Container container, Header header, Orientation orientation, int step) {
        Outcome<List<Pixels>> outcome =
                container.kind() == MediaKind.WEBP
                        ? Ffmpeg.webp(file, container, atMost(header), step)
                        : Ffmpeg.still(file, container.kind(), atMost(header), step);
        if (outcome instanceof Outcome.Ended<List<Pixels>> ended) {
            Pixels stored = ended.value().get(0);
            return new Decoded(stored.turned(orientation), container.damage().isPresent());
        }
        Child.Cause cause = ((Outcome.Failed<List<Pixels>>) outcome).cause();
        return new Undecodable(cause.name(), cause.zhReason());
    }

    /**
     * Pixels that a decoder may hold for a picture of this size: whole blocks and whole tiles reach
     * beyond its edges, and a small picture may be cut out of one tile.
     */
    private static long atMost(Header header) {
        return Math.min(header.pixels() * 5 / 4 + TILE_PIXELS, MediaLimits.MAX_PIXELS);
    }

    /**
     * Each scan may refine every pixel again. Counted by its mark, not by the structure, because
     * the decoder goes on where the structure breaks off.
     */
    private static long scans(ByteView file, Container container) {
        long scans = 0;
        for (int at = file.indexOf(0xFF, 0, container.end() - 1);
                at >= 0;
                at = file.indexOf(0xFF, at + 1, container.end() - 1)) {
            scans += file.u8(at + 1) == 0xDA ? 1 : 0;
        }
        return scans;
    }

    private static Decoding read(
            ByteView file, Container container, Header header, Orientation orientation, int step)
            throws IOException {
        ImageReader reader = reader(container.kind());
        AtomicBoolean warned = new AtomicBoolean(container.damage().isPresent());
        try (ImageInputStream input = input(file, container)) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
            if ((long) reader.getWidth(0) * reader.getHeight(0) > header.pixels()) {
                return undecodable();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return new Decoded(onWhite(reader.read(0, param), orientation, step), warned.get());
        } finally {
            reader.dispose();
        }
    }

    /** Only for pictures that carry eight bits of alpha and are small enough to be read whole. */
    static Optional<StoredAlpha> alpha(ByteView file, Container container, Header header) {
        if (header.pixels() > MediaLimits.FULL_DECODE_PIXELS) {
            return Optional.empty();
        }
        ImageReader reader = pngReader();
        try (ImageInputStream input = input(file, container)) {
            reader.setInput(input, true, true);
            Raster raster = reader.read(0).getRaster();
            return raster.getNumBands() == 4 && raster.getDataBuffer() instanceof DataBufferByte
                    ? Optional.of(alpha(raster))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // As above: whatever the decoder throws means that there is nothing to read.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static StoredAlpha alpha(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] alpha = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 3, row);
            for (int x = 0; x < width; x++) {
                alpha[y * width + x] = (byte) row[x];
            }
        }
        return new StoredAlpha(width, height, alpha);
    }

    private static Pixels onWhite(BufferedImage image, Orientation orientation, int step) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        // Asking for the colours one by one would take longer than all the rest of decoding.
        int[] stored = ((DataBufferInt) flat.getRaster().getDataBuffer()).getData();
        return new Pixels(width, height, step, stored).turned(orientation);
    }

    private static ImageInputStream input(ByteView file, Container container) throws IOException {
        if (container.kind() == MediaKind.PNG) {
            return new MemoryCacheImageInputStream(
                    ByteView.of(pixelsOnly(file, container)).stream());
        }
        return new MemoryCacheImageInputStream(file.stream());
    }

    /** The decoder inflates text chunks without a limit, so it is given none. */
    private static byte[] pixelsOnly(ByteView file, Container container) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream(file.length());
        png.write(file.copy(0, ContainerWalk.PNG_SIGNATURE.length()));
        for (Block block : container.blocks()) {
            switch (block.type()) {
                case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" ->
                        png.write(file.copy(block.offset(), block.dataLength() + 12));
                default -> {}
            }
        }
        return png.toByteArray();
    }

    private static ImageReader reader(MediaKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> JPEG.createReaderInstance();
            case PNG -> pngReader();
            default -> throw new IOException("no decoder for " + kind);
        };
    }

    private static ImageReader pngReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java platform has no PNG decoder");
    }

    /** The wrapper looks for the platform's own decoder when it is registered. */
    private static ImageReaderSpi jpegReader() {
        JPEGImageReaderSpi spi = new JPEGImageReaderSpi();
        IIORegistry.getDefaultInstance().registerServiceProvider(spi, ImageReaderSpi.class);
        return spi;
    }

    private static Undecodable undecodable() {
        return new Undecodable("DAMAGED", "图像数据损坏，无法解码。");
    }
}
