package io.mingjian.detection.quantisation;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the frame header says about components.
 *
 * @param coding {@code SOF0} baseline, {@code SOF2} progressive and so on
 * @param components in the order of the file
 */
record Frame(String coding, List<Component> components) {
    private static final Map<String, String> NAMES =
            Map.of(
                    "1x1", "4:4:4",
                    "2x1", "4:2:2",
                    "2x2", "4:2:0",
                    "1x2", "4:4:0",
                    "4x1", "4:1:1");

    /** Sampling factors and the number of the table that a component uses. */
    record Component(int horizontal, int vertical, int table) {
        private String factors() {
            return horizontal + "x" + vertical;
        }
    }

    Frame {
        components = List.copyOf(components);
    }

    static Frame of(ByteView file, Block block) {
        int count = file.u8(block.dataOffset() + 5);
        if (count == 0 || 6 + 3 * count > block.dataLength()) {
            throw new BrokenBytes(block.offset(), "frame header of another length");
        }
        List<Component> components =
                IntStream.range(0, count)
                        .mapToObj(i -> component(file, block.dataOffset() + 7 + 3 * i))
                        .toList();
        return new Frame(block.type(), components);
    }

    private static Component component(ByteView file, int at) {
        return new Component(file.u8(at) >> 4, file.u8(at) & 0xF, file.u8(at + 1));
    }

    /**
     * {@code 4:2:0} and its like, {@code GREY}, or the bare factors where there is no such name.
     */
    String subsampling() {
        if (components.size() == 1) {
            return "GREY";
        }
        List<String> others =
                components.stream().skip(1).map(Component::factors).distinct().toList();
        String name = NAMES.get(components.get(0).factors());
        return name != null && components.size() == 3 && others.equals(List.of("1x1"))
                ? name
                : components.stream().map(Component::factors).collect(Collectors.joining(" "));
    }
}
