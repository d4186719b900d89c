package io.mingjian.monitoring.instruction;

import io.smallrye.mutiny.Uni;

/** Another room that wants to know when an instruction ends, in the transaction that ends it. */
public interface InstructionListener {
    /** Closed, by itself or by the city. */
    Uni<Void> closed(InstructionFacts instruction);
}
