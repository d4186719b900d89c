package io.mingjian.kit.table;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with a row.
 *
 * @param column heading of the column, or empty where it is about the whole row
 * @param code stable name of the rule
 * @param detail what is wrong and what is expected, for people
 */
@Schema(name = "RowFault", description = "该行的错误 / What is wrong with a row")
public record RowFault(String column, String code, String detail) {

    /** All faults of a row in the words that stand beside it in the file of errors. */
    public static String joined(int rowNo, List<RowFault> faults) {
        return faults.stream()
                .map(
                        each ->
                                each.column().isEmpty()
                                        ? each.detail()
                                        : each.column() + "：" + each.detail())
                .collect(Collectors.joining("\n", "第" + rowNo + "行 ", ""));
    }
}
