package io.mingjian.detection.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What whoever generates the picture owes by law, zh-CN.
 *
 * @param template what to write, where the standard says how
 */
public record LabelDuty(String code, String basis, String duty, @Nullable String template) {}
