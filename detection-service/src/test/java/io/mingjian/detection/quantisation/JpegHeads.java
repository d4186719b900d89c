package io.mingjian.detection.quantisation;

import io.mingjian.detection.media.FileSmith;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Heads of JPEG files with any tables; there are no pixels in them. */
final class JpegHeads {
    /** Photoshop's quality 8, row by row, as the presets of a public library print it. */
    static final String PHOTOSHOP_8_LUMA =
            "6 4 4 6 9 11 12 16 4 5 5 6 8 10 12 12 4 5 5 6 10 12 12 12 6 6 6 11 12 12 12 12"
                    + " 9 8 10 12 12 12 12 12 11 10 12 12 12 12 12 12 12 12 12 12 12 12 12 12"
                    + " 16 12 12 12 12 12 12 12";

    static final String PHOTOSHOP_8_CHROMA =
            "7 7 13 24 20 20 17 17 7 12 16 14 14 12 12 12 13 16 14 14 12 12 12 12"
                    + " 24 14 14 12 12 12 12 12 20 14 12 12 12 12 12 12 20 12 12 12 12 12 12 12"
                    + " 17 12 12 12 12 12 12 12 17 12 12 12 12 12 12 12";

    /** As read in photographs that came through a messenger. */
    static final String MESSENGER =
            "8 8 8 9 13 19 28 43 8 9 10 14 17 20 27 38 8 10 12 16 22 31 46 68"
                    + " 9 14 16 20 27 37 53 78 13 17 22 27 35 47 66 95 19 20 31 37 47 62 85 119"
                    + " 28 27 46 53 66 85 113 156 43 38 68 78 95 119 156 209";

    private JpegHeads() {}

    /** A table in 8 bits with its number, from values row by row. */
    static byte[] table(int number, String rows) {
        int[] values = Arrays.stream(rows.split(" ")).mapToInt(Integer::parseInt).toArray();
        return table(number, 8, values);
    }

    static byte[] table(int number, int bits, int[] values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bits / 16 << 4 | number);
        for (int place : zigzag()) {
            if (bits == 16) {
                out.write(values[place] >> 8);
            }
            out.write(values[place]);
        }
        return out.toByteArray();
    }

    /** The order of the standard: along the diagonals, up and down in turn. */
    private static int[] zigzag() {
        int[] places = new int[64];
        int n = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int x = diagonal % 2 == 0 ? i : diagonal - i;
                int y = diagonal - x;
                if (x < 8 && y < 8) {
                    places[n++] = y * 8 + x;
                }
            }
        }
        return places;
    }

    /** Three components with tables 0, 1, 1. */
    static byte[] file(String sampling, byte[]... segments) {
        int factors = Integer.parseInt(sampling.replace("x", ""), 16);
        return file(List.of(factors << 8, 0x1101, 0x1101), segments);
    }

    /** Components given as sampling factors and number of the table. */
    static byte[] file(List<Integer> components, byte[]... segments) {
        byte[] file = FileSmith.latin1("\u00ff\u00d8");
        for (byte[] segment : segments) {
            file = FileSmith.joined(file, segment(0xDB, segment));
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {8, 0, 16, 0, 16, (byte) components.size()});
        for (int i = 0; i < components.size(); i++) {
            frame.write(i + 1);
            frame.write(components.get(i) >> 8);
            frame.write(components.get(i));
        }
        return FileSmith.joined(
                file,
                segment(0xC0, frame.toByteArray()),
                segment(0xDA, new byte[6]),
                FileSmith.latin1("\u00ff\u00d9"));
    }

    private static byte[] segment(int marker, byte[] data) {
        byte[] head = {
            (byte) 0xFF, (byte) marker, (byte) (data.length + 2 >> 8), (byte) (data.length + 2)
        };
        return FileSmith.joined(head, data);
    }
}
