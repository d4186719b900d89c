package io.mingjian.detection.bank;

import java.time.Duration;
import java.util.UUID;

/**
 * How many show one picture.
 *
 * @param id of the entry or of the evidence
 * @param matters different matters within the window; several pieces of one filing or lead count
 *     once
 * @param organisations that uploaded these
 * @param former different matters before the window
 * @param counted over how long before the window those were counted
 */
public record Crowd(UUID id, int matters, int organisations, int former, Duration counted) {}
