package io.mingjian.kit.session;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns of native queries whose Java type the driver does not choose as we want it. */
public final class Rows {
    private Rows() {}

    /** A {@code timestamptz not null}. */
    public static Instant instant(Tuple row, String column) {
        return Objects.requireNonNull(optionalInstant(row, column), column);
    }

    /** A {@code timestamptz}. */
    public static @Nullable Instant optionalInstant(Tuple row, String column) {
        OffsetDateTime value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
