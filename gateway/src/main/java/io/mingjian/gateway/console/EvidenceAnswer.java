package io.mingjian.gateway.console;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A piece of evidence without its pixels. */
record EvidenceAnswer(
        @Nullable String organisation,
        @Nullable String mediaType,
        long sizeBytes,
        int width,
        int height,
        @Nullable String sha256,
        @Nullable String sm3,
        @Nullable OffsetDateTime receivedAt) {}
