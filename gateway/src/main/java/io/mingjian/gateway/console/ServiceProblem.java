package io.mingjian.gateway.console;

import java.util.Collection;
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

        /** The pointer as the key of a field: {@code consent.on} of {@code /consent/on}. */
        private String key() {
            return pointer == null || pointer.isEmpty()
                    ? ""
                    : pointer.substring(1).replace('/', '.');
        }

        /**
         * The field that it belongs to: the one that it points at or the next one around it, as
         * {@code factors} of {@code /factors/0}; empty if there is none.
         */
        String nearest(Collection<String> keys) {
            String found = key();
            while (!found.isEmpty() && !keys.contains(found)) {
                found = found.substring(0, Math.max(0, found.lastIndexOf('.')));
            }
            return found;
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
