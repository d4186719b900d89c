package io.mingjian.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem document of a service (RFC 9457), as far as a page shows it. */
record ServiceProblem(
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<Fault> errors,
        @Nullable String traceId) {
    static final ServiceProblem SILENT = new ServiceProblem(null, null, null, null);

    /** What is wrong with one field of the request. */
    record Fault(@Nullable String pointer, @Nullable String detail) {

        /**
         * First step of the pointer, as {@code factors} of {@code /factors/0}; empty for the whole.
         */
        String field() {
            String[] steps = pointer == null ? new String[0] : pointer.split("/", -1);
            return steps.length > 1 ? steps[1] : "";
        }

        String text() {
            return detail == null || detail.isBlank() ? "此项不符合要求。" : detail;
        }
    }

    List<Fault> faults() {
        return errors == null ? List.of() : errors;
    }

    String text() {
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        return title == null || title.isBlank() ? "服务未说明原因。" : title;
    }
}
