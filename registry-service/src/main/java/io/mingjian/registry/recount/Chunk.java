package io.mingjian.registry.recount;

import io.mingjian.registry.queue.ClockWatch.Corrected;
import java.util.List;
import java.util.UUID;

/**
 * What counting the clocks of some filings anew came to.
 *
 * @param last the last of the filings
 * @param filings how many
 * @param moves last days that have changed, of clocks that do not stand still: one that does has no
 *     last day yet
 */
record Chunk(
        UUID last,
        long filings,
        List<Corrected> corrected,
        List<Move> moves,
        long settled,
        long failed) {}
