package io.mingjian.detection.media;

import static io.mingjian.detection.media.ContainerSmith.box;
import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A picture of four tiles, as telephones write their large ones, here of AV1 tiles. */
final class HeifSmith {
    private static final int TILE = 64;
    private static final List<String> COLOURS = List.of("red", "green", "blue", "white");

    private HeifSmith() {}

    /**
     * Red, green, blue and white from the upper left, cut to a size, with a turn to the left.
     *
     * @param turns quarters to the left
     */
    static byte[] fourTiles(int width, int height, int turns) {
        return fourTiles(TILE, width, height, turns);
    }

    /**
     * The same of larger tiles.
     *
     * @param tile side of one
     */
    static byte[] fourTiles(int tile, int width, int height, int turns) {
        List<byte[]> files =
                COLOURS.stream()
                        .map(
                                colour ->
                                        FilmSmith.plain(
                                                "avif",
                                                colour,
                                                tile,
                                                tile,
                                                "-c:v",
                                                "libaom-av1",
                                                "-cpu-used",
                                                "8"))
                        .toList();
        List<byte[]> tiles = files.stream().map(file -> data(file, "mdat")).toList();
        byte[] coding = box("av1C", data(files.get(0), "av1C"));
        byte[] start = box("ftyp", latin1("avif"), new byte[4], latin1("avifmif1miaf"));
        byte[] guess = meta(tile, width, height, turns, coding, tiles, 0);
        int offset = start.length + guess.length + 8;
        byte[] meta = meta(tile, width, height, turns, coding, tiles, offset);
        return joined(start, meta, box("mdat", joined(tiles.toArray(byte[][]::new))));
    }

    private static byte[] data(byte[] file, String type) {
        ByteView view = ByteView.of(file);
        int at = view.indexOf(type, 0, file.length);
        int size = (int) view.u32(at - 4);
        return Arrays.copyOfRange(file, at + 4, at - 4 + size);
    }

    private static byte[] meta(
            int tile,
            int width,
            int height,
            int turns,
            byte[] coding,
            List<byte[]> tiles,
            int offset) {
        byte[] grid = {
            0, 0, 1, 1, (byte) (width >> 8), (byte) width, (byte) (height >> 8), (byte) height
        };
        return box(
                "meta",
                new byte[4],
                box("hdlr", new byte[8], latin1("pict"), new byte[13]),
                box("pitm", new byte[4], shorts(1)),
                places(grid, tiles, offset),
                names(),
                box("iref", new byte[4], box("dimg", shorts(1, 4, 2, 3, 4, 5))),
                properties(tile, width, height, turns, coding),
                box("idat", grid));
    }

    private static byte[] places(byte[] grid, List<byte[]> tiles, int offset) {
        byte[] all =
                joined(
                        new byte[] {1, 0, 0, 0, 0x44, 0},
                        shorts(5),
                        shorts(1, 1, 0, 1),
                        ints(0, grid.length));
        int at = offset;
        for (int i = 0; i < tiles.size(); i++) {
            all = joined(all, shorts(i + 2, 0, 0, 1), ints(at, tiles.get(i).length));
            at += tiles.get(i).length;
        }
        return box("iloc", all);
    }

    private static byte[] names() {
        byte[] all = joined(new byte[4], shorts(5), name(1, "grid", 0));
        for (int i = 2; i <= 5; i++) {
            all = joined(all, name(i, "av01", 1));
        }
        return box("iinf", all);
    }

    private static byte[] name(int id, String type, int hidden) {
        return box(
                "infe",
                new byte[] {2, 0, 0, (byte) hidden},
                shorts(id, 0),
                latin1(type),
                new byte[1]);
    }

    private static byte[] properties(int tile, int width, int height, int turns, byte[] coding) {
        byte[] list =
                box(
                        "ipco",
                        box("ispe", new byte[4], ints(width, height)),
                        box("ispe", new byte[4], ints(tile, tile)),
                        coding,
                        box("irot", new byte[] {(byte) turns}));
        byte[] owners = joined(new byte[4], ints(5), shorts(1), new byte[] {2, 1, (byte) 0x84});
        for (int i = 2; i <= 5; i++) {
            owners = joined(owners, shorts(i), new byte[] {2, 2, (byte) 0x83});
        }
        return box("iprp", list, box("ipma", owners));
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }
}
