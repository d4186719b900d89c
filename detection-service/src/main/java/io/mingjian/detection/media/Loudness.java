package io.mingjian.detection.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The largest of a stream of samples of sixteen bits, the low byte first. */
record Loudness() implements Child.Output<List<Integer>> {
    @Override
    public List<Integer> read(InputStream out) throws IOException {
        byte[] block = new byte[1 << 14];
        int largest = 0;
        boolean any = false;
        int got = out.readNBytes(block, 0, block.length);
        while (got > 0) {
            for (int i = 0; i + 1 < got; i += 2) {
                int sample = (short) (block[i] & 0xFF | block[i + 1] << 8);
                largest = Math.max(largest, Math.abs(sample));
                any = true;
            }
            got = out.readNBytes(block, 0, block.length);
        }
        return any ? List.of(largest) : List.of();
    }
}
