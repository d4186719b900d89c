package io.mingjian.detection.quantisation;

import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One quantisation table as the file stores it.
 *
 * @param destination its number, 0 to 3
 * @param bits 8 or 16 for each step
 * @param steps 64 of them, in zigzag order
 */
record StoredTable(int destination, int bits, List<Integer> steps) {
    private static final int STEPS = 64;

    StoredTable {
        steps = List.copyOf(steps);
    }

    static StoredTable at(ByteView file, int offset) {
        int head = file.u8(offset);
        int wide = head >> 4;
        int destination = head & 0xF;
        if (wide > 1 || destination > 3) {
            throw new BrokenBytes(offset, "no such quantisation table");
        }
        List<Integer> steps =
                IntStream.range(0, STEPS)
                        .map(
                                i ->
                                        wide == 0
                                                ? file.u8(offset + 1 + i)
                                                : file.u16(offset + 1 + 2 * i))
                        .boxed()
                        .toList();
        return new StoredTable(destination, 8 << wide, steps);
    }

    /** Bytes in the file, with the one before the steps. */
    int length() {
        return 1 + STEPS * bits / 8;
    }

    byte[] bytes() {
        byte[] bytes = new byte[length()];
        bytes[0] = (byte) ((bits == 16 ? 0x10 : 0) | destination);
        for (int i = 0; i < STEPS; i++) {
            int step = steps.get(i);
            if (bits == 8) {
                bytes[1 + i] = (byte) step;
            } else {
                bytes[1 + 2 * i] = (byte) (step >> 8);
                bytes[2 + 2 * i] = (byte) step;
            }
        }
        return bytes;
    }
}
