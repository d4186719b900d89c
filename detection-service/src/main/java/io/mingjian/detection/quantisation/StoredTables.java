package io.mingjian.detection.quantisation;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables with which a JPEG file begins its first scan, by their number; a later definition of
 * the same number counts.
 */
record StoredTables(Frame frame, Map<Integer, StoredTable> tables, List<Block> segments) {
    /** Segments that a finding names; more are read all the same. */
    static final int MOST_SEGMENTS = 16;

    StoredTables {
        segments = List.copyOf(segments);
    }

    /**
     * Empty when the file has no tables or no frame header before its first scan.
     *
     * @throws BrokenBytes if a table breaks off or a component names a table that is not there
     */
    static Optional<StoredTables> of(ByteView file, Container container) {
        List<Block> head =
                container.blocks().stream().takeWhile(b -> !b.type().equals("SOS")).toList();
        Optional<Frame> frame =
                head.stream()
                        .filter(block -> block.type().startsWith("SOF"))
                        .findFirst()
                        .map(block -> Frame.of(file, block));
        List<Block> segments = head.stream().filter(b -> b.type().equals("DQT")).toList();
        return segments.isEmpty()
                ? Optional.empty()
                : frame.map(f -> new StoredTables(f, read(file, segments), segments).checked());
    }

    private static Map<Integer, StoredTable> read(ByteView file, List<Block> segments) {
        Map<Integer, StoredTable> tables = new TreeMap<>();
        for (Block segment : segments) {
            int at = segment.dataOffset();
            while (at < segment.dataEnd()) {
                StoredTable table = StoredTable.at(file, at);
                at += table.length();
                if (at > segment.dataEnd()) {
                    throw new BrokenBytes(segment.offset(), "table longer than its segment");
                }
                tables.put(table.destination(), table);
            }
        }
        return tables;
    }

    private StoredTables checked() {
        boolean whole = frame.components().stream().allMatch(c -> tables.containsKey(c.table()));
        if (!whole) {
            throw new BrokenBytes(segments.get(0).offset(), "a component without its table");
        }
        return this;
    }

    /** Table of the first component, which is brightness in nearly every file. */
    StoredTable luma() {
        return table(frame.components().get(0));
    }

    /** Tables of the second and third component. */
    List<StoredTable> chroma() {
        return frame.components().stream().skip(1).limit(2).map(this::table).distinct().toList();
    }

    private StoredTable table(Frame.Component component) {
        return Objects.requireNonNull(tables.get(component.table()));
    }

    /** Digest of the tables as if all lay in one segment. */
    String joined() {
        return digest(new byte[0]);
    }

    /** Digest of the tables as if each lay in a segment of its own. */
    String apart() {
        return digest(new byte[1]);
    }

    /** An agreed name of the tables, not a protection against forgery. */
    private String digest(byte[] between) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            boolean first = true;
            for (StoredTable table : tables.values()) {
                if (!first) {
                    digest.update(between);
                }
                digest.update(table.bytes());
                first = false;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
