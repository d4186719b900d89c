package io.mingjian.registry.queue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mark on the filer of a filing that asks the officer for a closer look. It opens and closes no
 * step, moves no clock and no place in the queue.
 *
 * @param meaning what it asks for, and what it does not mean
 */
@Schema(
        name = "FilerFlag",
        description = "名录提示：仅提示从严审查，不得据此不予受理或者办结 / Asks for a closer look, changes nothing")
public record FilerFlag(String code, String zh, String meaning) {}
