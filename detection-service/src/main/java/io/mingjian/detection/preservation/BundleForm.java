package io.mingjian.detection.preservation;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param evidenceIds the pieces, each once
 * @param purpose what the bundle is for; goes into the chain of custody and into the bundle
 */
@Schema(name = "PreservationBundleForm", description = "保全包申请 / Request for a preservation bundle")
record BundleForm(
        @Nullable @Schema(required = true, minItems = 1, maxItems = 50) List<UUID> evidenceIds,
        @Nullable @Schema(required = true, minLength = 1, maxLength = 200) String purpose) {
    static final int MOST_PIECES = 50;
    private static final int LONGEST_PURPOSE = 200;

    /** The same without faults. */
    record Wish(List<UUID> ids, String purpose) {}

    /**
     * @throws Invalid naming every fault
     */
    Wish sound() {
        List<FieldError> faults = new ArrayList<>();
        List<UUID> ids = evidenceIds == null ? List.of() : evidenceIds;
        String stated = purpose == null ? "" : purpose.strip();
        if (ids.isEmpty() || ids.size() > MOST_PIECES || ids.stream().anyMatch(Objects::isNull)) {
            faults.add(
                    new FieldError(
                            "/evidenceIds",
                            "count",
                            "须列出 1 至 50 份证据。",
                            "Name 1 to 50 pieces of evidence."));
        } else if (ids.stream().distinct().count() < ids.size()) {
            faults.add(
                    new FieldError(
                            "/evidenceIds", "repeated", "同一证据只能列一次。", "Name each piece once."));
        }
        if (stated.isEmpty() || stated.length() > LONGEST_PURPOSE) {
            faults.add(
                    new FieldError(
                            "/purpose",
                            "length",
                            "用途须为 1 至 200 个字。",
                            "Purpose takes 1 to 200 characters."));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Wish(ids, stated);
    }
}
