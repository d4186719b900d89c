package io.mingjian.kit.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which column of a file is which column of ours.
 *
 * @param names as the file writes them, in its order
 * @param width how many cells a line may have; one more for the errors in a file that was mended
 */
public record Headings(List<String> names, List<Column> columns, int width) {
    /** Heading of the column of errors; a file that comes back may still have it. */
    public static final String ERRORS = "错误";

    /**
     * Reads the first line of a table.
     *
     * @throws Unreadable if a heading is unknown, missing or there twice; names all of them
     */
    public static Headings of(List<Cell> line, Columns known) {
        List<String> names = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<String> twice = new HashSet<>();
        for (String name : namesOf(line)) {
            names.add(name);
            var column = known.named(name);
            column.filter(columns::contains).ifPresent(again -> twice.add(name));
            column.ifPresentOrElse(columns::add, () -> unknown.add(name));
        }
        List<String> missing =
                known.all().stream()
                        .filter(each -> each.isRequired() && !columns.contains(each))
                        .map(Column::heading)
                        .toList();
        refuse(unknown, missing, twice);
        int errors = line.size() > names.size() && isErrors(line.get(names.size())) ? 1 : 0;
        return new Headings(List.copyOf(names), List.copyOf(columns), names.size() + errors);
    }

    /**
     * Without blank ones at the end, and without the column of errors of a file that was mended.
     */
    private static List<String> namesOf(List<Cell> line) {
        List<String> names =
                line.stream().map(cell -> cell.text().strip()).collect(Collectors.toList());
        while (!names.isEmpty() && isNoColumn(names.get(names.size() - 1))) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    private static boolean isErrors(Cell cell) {
        return cell.text().strip().equals(ERRORS);
    }

    private static boolean isNoColumn(String name) {
        return name.isEmpty() || name.equals(ERRORS);
    }

    private static void refuse(List<String> unknown, List<String> missing, Set<String> twice) {
        List<String> said = new ArrayList<>();
        if (!unknown.isEmpty()) {
            said.add(
                    "无法识别的列："
                            + unknown.stream()
                                    .map(Headings::shown)
                                    .collect(Collectors.joining("、")));
        }
        if (!missing.isEmpty()) {
            said.add("缺少的列：" + String.join("、", missing));
        }
        if (!twice.isEmpty()) {
            said.add("重复的列：" + String.join("、", twice));
        }
        if (!said.isEmpty()) {
            throw new Unreadable(String.join("；", said) + "。请使用下载的模板。");
        }
    }

    private static String shown(String name) {
        String text = name.isEmpty() ? "（空白）" : name;
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
