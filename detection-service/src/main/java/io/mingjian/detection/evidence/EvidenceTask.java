package io.mingjian.detection.evidence;

import io.mingjian.detection.content.Fingerprint;
import java.util.UUID;

/**
 * An analysis to be done, as handed to a worker.
 *
 * @param leaseToken proves that the worker still holds the job when it ends it
 * @param first no indication exists yet, so the analyzers must run
 * @param hopeless earlier workers died over it too often; it is to be ended without running them
 * @param revisitsWanted how many revisits this job answers when it is done
 */
public record EvidenceTask(
        UUID evidenceId,
        String organisation,
        Fingerprint fingerprint,
        UUID leaseToken,
        boolean first,
        boolean hopeless,
        int revisitsWanted) {}
