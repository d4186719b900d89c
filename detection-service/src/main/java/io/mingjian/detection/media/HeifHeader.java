package io.mingjian.detection.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Size of the primary picture of a HEIF or AVIF file from its properties (ISO 23008-12), turned as
 * the file itself says; players leave the orientation of EXIF aside there, and so do we.
 */
final class HeifHeader {
    private static final int MOST_PROPERTIES = 4_000;
    private static final int MOST_ITEMS = 4_000;

    private final ByteView file;

    private HeifHeader(ByteView file) {
        this.file = file;
    }

    static Optional<Header> of(ByteView file, Container container) {
        HeifHeader header = new HeifHeader(file);
        Optional<Long> primary = container.first("meta/pitm").map(header::primary);
        return container.first("meta/iprp").flatMap(all -> header.read(all, primary));
    }

    private long primary(Block block) {
        int at = block.dataOffset();
        return file.u8(at) == 0 ? file.u16(at + 4) : file.u32(at + 4);
    }

    private Optional<Header> read(Block all, Optional<Long> primary) {
        List<Block> parts = children(all);
        List<Block> properties =
                parts.stream()
                        .filter(part -> part.type().equals("ipco"))
                        .findFirst()
                        .map(this::children)
                        .orElse(List.of());
        Set<Integer> own = new TreeSet<>();
        parts.stream()
                .filter(part -> part.type().equals("ipma"))
                .forEach(part -> primary.ifPresent(item -> associations(part, item, own)));
        Optional<Block> size = property("ispe", properties, own);
        boolean swaps =
                property("irot", properties, own)
                        .filter(turn -> (file.u8(turn.dataOffset()) & 1) != 0)
                        .isPresent();
        return size.flatMap(
                block -> {
                    long width = file.u32(block.dataOffset() + 4);
                    long height = file.u32(block.dataOffset() + 8);
                    return swaps
                            ? Header.checked(height, width, 1)
                            : Header.checked(width, height, 1);
                });
    }

    private static Optional<Block> property(String type, List<Block> properties, Set<Integer> own) {
        return own.stream()
                .filter(index -> index >= 1 && index <= properties.size())
                .map(index -> properties.get(index - 1))
                .filter(block -> block.type().equals(type))
                .findFirst();
    }

    /** Numbers of the properties that belong to an item. */
    private void associations(Block block, long item, Set<Integer> own) {
        int at = block.dataOffset();
        boolean longIds = file.u8(at) > 0;
        boolean longNumbers = (file.u8(at + 3) & 1) != 0;
        long count = Math.min(file.u32(at + 4), MOST_ITEMS);
        at += 8;
        for (long i = 0; i < count; i++) {
            long id = longIds ? file.u32(at) : file.u16(at);
            at += longIds ? 4 : 2;
            int numbers = file.u8(at++);
            for (int n = 0; n < numbers; n++) {
                int number = longNumbers ? file.u16(at) & 0x7FFF : file.u8(at) & 0x7F;
                at += longNumbers ? 2 : 1;
                if (id == item) {
                    own.add(number);
                }
            }
        }
    }

    private List<Block> children(Block parent) {
        List<Block> children = new ArrayList<>();
        int at = parent.dataOffset();
        while (at + 8 <= parent.dataEnd() && children.size() < MOST_PROPERTIES) {
            long size = file.u32(at);
            if (size < 8 || size > parent.dataEnd() - at) {
                throw new BrokenBytes(at, "property longer than its list");
            }
            children.add(new Block(file.latin1(at + 4, 4), at, at + 8, (int) size - 8));
            at += (int) size;
        }
        return children;
    }
}
