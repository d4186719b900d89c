package io.mingjian.registry.recount;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.contracts.FilingKind;
import java.time.LocalDate;
import java.util.UUID;

/** The last day of a clock before and after. */
@JsonNaming(SnakeCaseStrategy.class)
record Move(
        UUID filingId,
        String limitName,
        FilingKind kind,
        String registrationNo,
        String holder,
        LocalDate oldDueOn,
        LocalDate newDueOn,
        boolean wasProvisional,
        boolean isProvisional) {}
