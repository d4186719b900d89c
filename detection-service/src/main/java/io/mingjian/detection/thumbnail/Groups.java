package io.mingjian.detection.thumbnail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Blocks that touch along a side. */
final class Groups {
    private final int columns;
    private final int rows;
    private final boolean[] open;

    private Groups(int columns, int rows, boolean[] marked) {
        this.columns = columns;
        this.rows = rows;
        this.open = marked.clone();
    }

    /** Groups of at least so many marked blocks; blocks are counted row by row. */
    static List<int[]> of(boolean[] marked, int columns, double least) {
        Groups groups = new Groups(columns, marked.length / columns, marked);
        return IntStream.range(0, marked.length)
                .filter(block -> groups.open[block])
                .mapToObj(groups::around)
                .filter(group -> group.length >= least)
                .toList();
    }

    private int[] around(int first) {
        List<Integer> group = new ArrayList<>();
        Deque<Integer> next = new ArrayDeque<>();
        take(first, next);
        while (!next.isEmpty()) {
            int block = next.remove();
            group.add(block);
            neighbours(block).filter(n -> open[n]).forEach(n -> take(n, next));
        }
        return group.stream().mapToInt(Integer::intValue).toArray();
    }

    private void take(int block, Deque<Integer> next) {
        open[block] = false;
        next.add(block);
    }

    private IntStream neighbours(int block) {
        int x = block % columns;
        int y = block / columns;
        return IntStream.of(
                        x > 0 ? block - 1 : -1,
                        x < columns - 1 ? block + 1 : -1,
                        y > 0 ? block - columns : -1,
                        y < rows - 1 ? block + columns : -1)
                .filter(n -> n >= 0);
    }
}
