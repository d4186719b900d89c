package io.mingjian.detection.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outer structure of a file, read without decoding a pixel.
 *
 * @param kind type by content
 * @param blocks in file order
 * @param end offset behind the end mark; bytes after it belong to nothing. Equals the file length
 *     when the structure breaks off.
 * @param damage why reading stopped early, if it did
 */
public record Container(MediaKind kind, List<Block> blocks, int end, Optional<Damage> damage) {

    /**
     * Why the structure could not be read to its end.
     *
     * @param code {@code DAMAGED} or {@code LIMIT}
     * @param offset where
     */
    public record Damage(String code, int offset) {}

    public Container {
        blocks = List.copyOf(blocks);
    }

    /** The structure of bytes that are known to be of this kind. Never throws. */
    public static Container of(ByteView file, MediaKind kind) {
        return ContainerWalk.read(file, kind);
    }

    /** All boxes of an ISO base media file, those without metadata too. Never throws. */
    public static Container boxes(ByteView file) {
        return ContainerWalk.boxes(file);
    }

    public Stream<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type));
    }

    public Optional<Block> first(String type) {
        return blocks(type).findFirst();
    }
}
