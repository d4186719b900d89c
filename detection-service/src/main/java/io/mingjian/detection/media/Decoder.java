package io.mingjian.detection.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.mingjian.detection.media.Decoding.Decoded;
import io.mingjian.detection.media.Decoding.Undecodable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
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
    private static final ImageReaderSpi JPEG = jpegReader();
    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    private Decoder() {}

    static Decoding decode(
            ByteView file, Container container, Header header, Orientation orientation) {
        int step = 1;
        while (header.pixels() / ((long) step * step) > MediaLimits.FULL_DECODE_PIXELS) {
            step++;
        }
        try {
            return read(file, container, header, orientation, step);
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken files with all kinds of exceptions; to us they are one case.
            return undecodable();
        }
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
        int[] stored = flat.getRGB(0, 0, width, height, null, 0, width);
        int[] upright = orientation.upright(stored, width, height);
        boolean swaps = orientation.swapsSides();
        return new Pixels(swaps ? height : width, swaps ? width : height, step, upright);
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
            case WEBP -> WEBP.createReaderInstance();
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
