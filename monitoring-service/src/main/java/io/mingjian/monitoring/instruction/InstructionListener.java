package io.mingjian.monitoring.instruction;

import io.smallrye.mutiny.Uni;

/** Another room that wants to know of an instruction, in the transaction that changes it. */
public interface InstructionListener {
    /** Issued, or given a new content as a further edition. */
    Uni<Void> issued(InstructionFacts instruction);

    /** Closed, by itself or by the city. */
    Uni<Void> closed(InstructionFacts instruction);
}
