package io.mingjian.gateway.console;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filing to be looked at again, as the registry shows it. */
record RecheckAnswer(
        UUID id,
        int version,
        UUID entryId,
        UUID filingId,
        String kind,
        String registrationNo,
        @Nullable String holder,
        @Nullable String causeName,
        int acts,
        @Nullable LocalDate firstActOn,
        @Nullable LocalDate lastActOn,
        boolean mine,
        @Nullable String resultName,
        @Nullable String reasons) {

    /** A page of them. */
    record Listed(@Nullable List<RecheckAnswer> items, @Nullable String nextCursor) {}
}
