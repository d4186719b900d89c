package io.mingjian.registry.queue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A remark on a filer's filings that asks the officer for a closer look (domain: WATCH).
 *
 * @param level WATCH or REVIEW
 * @param explanation in words that one could show the filer
 */
@Schema(
        name = "QueueHint",
        description = "关注提示：仅提示人工留意，不影响受理 / Asks for a closer look, changes nothing")
public record Hint(String criterion, int version, String level, String explanation) {}
