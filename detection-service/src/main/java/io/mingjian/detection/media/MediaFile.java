package io.mingjian.detection.media;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A file of a known kind and its outer structure; nothing is decoded, and of a film hardly more
 * than its heads is read. Safe to share between threads.
 */
public final class MediaFile {
    private final ByteView bytes;
    private final Container container;
    private final Optional<ExifFields> exif;
    private final Map<Class<?>, Object> read = new ConcurrentHashMap<>();

    private MediaFile(ByteView bytes, Container container) {
        this.bytes = bytes;
        this.container = container;
        this.exif = ExifFields.of(bytes, container);
    }

    /** Empty for a kind that is not read; never throws for what the bytes hold. */
    public static Optional<MediaFile> open(ByteView bytes) {
        return MediaKind.of(bytes)
                .map(kind -> new MediaFile(bytes, ContainerWalk.read(bytes, kind)));
    }

    public MediaKind kind() {
        return container.kind();
    }

    public ByteView bytes() {
        return bytes;
    }

    public Container container() {
        return container;
    }

    public Optional<ExifFields> exif() {
        return exif;
    }

    /** Width and height of a picture, before anything is decoded. */
    Optional<Header> header() {
        return Header.of(bytes, container);
    }

    /** What several readers need and only the first has to read. */
    public <T> T once(Class<T> what, Function<MediaFile, T> reader) {
        Object value = read.get(what);
        if (value == null) {
            value = reader.apply(this);
            read.put(what, value);
        }
        return Objects.requireNonNull(what.cast(value));
    }
}
