package io.mingjian.detection.wrong.evidence;

import io.mingjian.detection.wrong.analysis.SecretReader;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Breaks "rows stay in their room", "time comes from the clock" and, with its neighbour, "no
 * cycles".
 */
@Embeddable
public class OpenRow {
    Instant at = Instant.now();

    SecretReader reader = new SecretReader();
}
