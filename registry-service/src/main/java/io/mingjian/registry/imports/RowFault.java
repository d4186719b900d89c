package io.mingjian.registry.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with a row.
 *
 * @param column heading of the column, or empty where it is about the whole row
 * @param code stable name of the rule
 * @param detail what is wrong and what is expected, for people
 */
@Schema(name = "RowFault", description = "该行的错误 / What is wrong with a row")
record RowFault(String column, String code, String detail) {}
