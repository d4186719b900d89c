package io.mingjian.detection.c2pa;

import java.time.Instant;

/**
 * What a verification is judged by.
 *
 * @param lists whom to trust
 * @param present the moment that stands for now
 */
record Trust(TrustLists lists, Instant present) {}
