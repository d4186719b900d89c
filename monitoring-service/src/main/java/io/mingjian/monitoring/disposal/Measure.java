package io.mingjian.monitoring.disposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a bureau did about a lead. A disposal has one principal measure and any number of
 * further ones.
 *
 * @param caseNo number of the case that was filed
 * @param documentNo number of the notice, the transfer letter or the assistance letter
 * @param agency to whom it was transferred
 * @param leadNo the lead that was disposed of before, for a duplicate
 * @param amount in yuan, where money is part of it
 */
record Measure(
        DisposalCode code,
        String reasons,
        @Nullable String caseNo,
        @Nullable String documentNo,
        @Nullable String agency,
        @Nullable String leadNo,
        LocalDate decidedOn,
        @Nullable BigDecimal amount) {}
