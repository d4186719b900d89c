package io.mingjian.registry.imports;

/**
 * Under which a row does not enter twice.
 *
 * @param source who gave the number
 */
record Origin(String source, String number) {}
