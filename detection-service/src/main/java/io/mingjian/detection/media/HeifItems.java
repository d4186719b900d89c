package io.mingjian.detection.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metadata items of HEIF and AVIF pictures (ISO 23008-12): {@code iinf} names them, {@code iloc}
 * tells where they lie. They become blocks {@code item/Exif}, {@code item/application/rdf+xml} and
 * the like; one that lies in several pieces becomes an empty block {@code item/…/pieces}.
 */
final class HeifItems {
    private static final int MAX_ITEMS = 2_000;

    private final ByteView file;
    private final BlockList blocks;
    private final Map<Long, String> wanted = new LinkedHashMap<>();
    private int data = -1;

    private HeifItems(ByteView file, BlockList blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static void walk(ByteView file, BlockList blocks) {
        HeifItems items = new HeifItems(file, blocks);
        for (Block block : List.copyOf(blocks.all())) {
            if (block.type().equals("meta/iinf")) {
                items.names(block);
            } else if (block.type().equals("meta/idat")) {
                items.data = block.dataOffset();
            }
        }
        for (Block block : List.copyOf(blocks.all())) {
            if (block.type().equals("meta/iloc")) {
                items.places(block);
            }
        }
    }

    private void names(Block block) {
        int at = block.dataOffset() + (file.u8(block.dataOffset()) == 0 ? 6 : 8);
        while (at + 8 <= block.dataEnd() && wanted.size() < MAX_ITEMS) {
            long size = file.u32(at);
            if (size < 12 || size > block.dataEnd() - at) {
                throw new BrokenBytes(at, "item entry longer than its list");
            }
            entry(at + 8, at + (int) size);
            blocks.step(at);
            at += (int) size;
        }
    }

    private void entry(int at, int end) {
        int version = file.u8(at);
        if (version < 2) {
            return;
        }
        long id = version == 2 ? file.u16(at + 4) : file.u32(at + 4);
        int type = at + (version == 2 ? 8 : 10);
        if (file.has(type, "Exif")) {
            wanted.put(id, "item/Exif");
        } else if (file.has(type, "mime")) {
            int name = file.indexOf(0, type + 4, end);
            int content = name < 0 ? -1 : file.indexOf(0, name + 1, end);
            if (content > 0) {
                wanted.put(id, "item/" + file.latin1(name + 1, content - name - 1));
            }
        }
    }

    private void places(Block block) {
        int at = block.dataOffset();
        int version = file.u8(at);
        Sizes sizes =
                new Sizes(
                        file.u8(at + 4) >> 4,
                        file.u8(at + 4) & 15,
                        file.u8(at + 5) >> 4,
                        version == 0 ? 0 : file.u8(at + 5) & 15);
        long count = version < 2 ? file.u16(at + 6) : file.u32(at + 6);
        int entry = at + (version < 2 ? 8 : 10);
        for (long i = 0; i < count; i++) {
            blocks.step(entry);
            entry = place(block, version, sizes, entry);
        }
    }

    private record Sizes(int offset, int length, int base, int index) {
        private int extent() {
            return offset + length + index;
        }
    }

    private int place(Block block, int version, Sizes sizes, int entry) {
        long id = version < 2 ? file.u16(entry) : file.u32(entry);
        int at = entry + (version < 2 ? 2 : 4);
        int construction = version == 0 ? 0 : file.u16(at) & 15;
        at += version == 0 ? 2 : 4;
        long base = number(at, sizes.base());
        at += sizes.base();
        int extents = file.u16(at);
        at += 2;
        String name = wanted.get(id);
        if (name != null && extents == 1) {
            long offset = base + number(at + sizes.index(), sizes.offset());
            long length = number(at + sizes.index() + sizes.offset(), sizes.length());
            item(name, block, construction, offset, length);
        } else if (name != null) {
            blocks.add(name + "/pieces", block.offset(), block.dataOffset(), 0);
        }
        int next = at + extents * sizes.extent();
        if (next < at || next > block.dataEnd()) {
            throw new BrokenBytes(entry, "item places longer than their list");
        }
        return next;
    }

    private void item(String name, Block list, int construction, long offset, long length) {
        long start = construction == 1 ? data + offset : offset;
        boolean known = construction == 0 || construction == 1 && data >= 0;
        boolean inside = known && start >= 0 && length >= 0 && start <= file.length() - length;
        if (!inside) {
            throw new BrokenBytes(list.offset(), "item outside the file");
        }
        blocks.add(name, (int) start, (int) start, length);
    }

    private long number(int at, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> file.u32(at);
            case 8 -> file.u64(at);
            default -> throw new BrokenBytes(at, "number of a size that is not allowed");
        };
    }
}
