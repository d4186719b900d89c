package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metadata of MP4, QuickTime and M4A (lists, boxes, XMP in {@code uuid} and {@code XMP_}) and of
 * HEIF and AVIF (items). Takes the blocks in file order.
 */
final class BoxTexts {
    private static final String XMP_UUID =
            "\u00BE\u007A\u00CF\u00CB\u0097\u00A9\u0042\u00E8"
                    + "\u009C\u0071\u0099\u0094\u0091\u00E3\u00AF\u00AC";
    private static final String XMP_ITEM = "item/application/rdf+xml";
    private static final int NAME = 256;

    private final ByteView file;
    private final CarrierSink sink;

    /** Names of each list, by the offset of the box {@code meta} around both. */
    private final Map<Integer, List<String>> keys = new HashMap<>();

    private final Set<String> paths = new HashSet<>();
    private int meta;
    private String freeName = "";

    BoxTexts(MediaFile media, CarrierSink sink) {
        this.file = media.bytes();
        this.sink = sink;
        int around = 0;
        for (Block block : media.container().blocks()) {
            paths.add(block.type());
            if (block.type().endsWith("/meta")) {
                around = block.offset();
            } else if (block.type().endsWith("/meta/keys")) {
                keys.put(around, names(block));
            }
        }
    }

    void read(Block block) {
        String path = block.type();
        int at = block.dataOffset();
        int length = block.dataLength();
        if (path.endsWith("/meta")) {
            meta = block.offset();
        } else if (path.endsWith("/meta/keys")) {
            dangling(block);
        } else if (path.contains("/ilst/")) {
            item(block);
        } else if (path.equals(XMP_ITEM)) {
            sink.packet(Place.HEIF_ITEM, at, length);
        } else if (path.equals(XMP_ITEM + "/pieces")) {
            sink.unread("UNSUPPORTED", "HEIF_ITEM", block.offset(), 0);
        } else if (path.endsWith("uuid") && file.has(at, XMP_UUID)) {
            sink.packet(Place.MP4_XMP, at + 16, length - 16);
        } else if (path.endsWith("udta/XMP_")) {
            sink.packet(Place.MP4_XMP, at, length);
        } else if (last(path).equals("AIGC")) {
            sink.plain(Place.MP4_BOX, "AIGC", at, length);
        } else if (path.contains("udta/\u00A9") && length > 4) {
            // QuickTime texts begin with their length and a language.
            sink.plain(Place.MP4_BOX, last(path), at + 4, length - 4);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Items hold their value in a box {@code data}; free ones have their name beside it. */
    private void item(Block block) {
        String path = block.type();
        if (path.endsWith("/ilst/----")) {
            freeName = "";
        } else if (path.endsWith("/----/name") && block.dataLength() > 4) {
            freeName = name(block.dataOffset() + 4, block.dataLength() - 4);
        } else if (path.endsWith("/data")) {
            value(block, path.substring(0, path.length() - "/data".length()));
        }
    }

    private void value(Block data, String owner) {
        if (data.dataLength() < 8) {
            throw new BrokenBytes(data.offset(), "value without its head");
        }
        boolean isText = (file.u32(data.dataOffset()) & 0xFFFFFF) <= 2;
        if (!isText) {
            return;
        }
        String item = last(owner);
        int text = data.dataOffset() + 8;
        int length = data.dataLength() - 8;
        if (item.matches("#\\d+")) {
            String key = key(Integer.parseInt(item.substring(1)), item);
            sink.plain(Place.MP4_KEYS, key, text, length, listPlace(owner));
        } else {
            String name = item.equals("----") ? freeName : item;
            sink.plain(Place.MP4_ITEM, name, text, length, "KEYLESS_LIST");
        }
    }

    /** The guides put the list into {@code moov/udta/meta}; QuickTime puts it into the movie. */
    private static String[] listPlace(String owner) {
        return owner.startsWith("moov/udta/meta/")
                ? new String[0]
                : new String[] {"LIST_OUTSIDE_UDTA"};
    }

    private String key(int index, String otherwise) {
        List<String> names = keys.getOrDefault(meta, List.of());
        return index >= 1 && index <= names.size() ? names.get(index - 1) : otherwise;
    }

    /** Names of a list as far as they are whole. */
    private List<String> names(Block block) {
        List<String> names = new ArrayList<>();
        int at = block.dataOffset() + 8;
        while (at + 8 <= block.dataEnd() && names.size() < Limits.TEXTS) {
            long size = file.u32(at);
            if (size < 8 || size > block.dataEnd() - at) {
                sink.unread("DAMAGED", "MP4_KEYS", block.offset(), block.dataLength());
                return names;
            }
            String name = name(at + 8, (int) size - 8);
            // com.example.AIGC is the same key with its owner before it.
            names.add(name.endsWith(".AIGC") ? "AIGC" : name);
            at += (int) size;
        }
        return names;
    }

    private String name(int at, int length) {
        return file.text(at, Math.min(length, NAME), StandardCharsets.UTF_8);
    }

    /** A key {@code AIGC} without a value is what remains when only the value was taken away. */
    private void dangling(Block block) {
        List<String> names = keys.getOrDefault(meta, List.of());
        String path = block.type();
        String list = path.substring(0, path.length() - "keys".length()) + "ilst/#";
        int index = names.indexOf("AIGC") + 1;
        if (index > 0 && !paths.contains(list + index)) {
            sink.text(Place.MP4_KEYS, "AIGC", block.offset(), 0, "", "KEY_WITHOUT_VALUE");
        }
    }
}
