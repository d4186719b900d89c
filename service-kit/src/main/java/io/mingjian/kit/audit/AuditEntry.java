package io.mingjian.kit.audit;

import org.jspecify.annotations.Nullable;

/**
 * What to record.
 *
 * @param action what was done, as {@code complaint.accept}
 * @param purpose why, where a reason had to be given
 * @param before state of the object before, hashed only
 * @param after state of the object after, hashed only
 */
public record AuditEntry(
        String action,
        String objectType,
        String objectId,
        @Nullable String purpose,
        @Nullable Object before,
        @Nullable Object after) {

    public static AuditEntry of(String action, String objectType, String objectId) {
        return new AuditEntry(action, objectType, objectId, null, null, null);
    }

    public AuditEntry forPurpose(String stated) {
        return new AuditEntry(action, objectType, objectId, stated, before, after);
    }

    public AuditEntry changing(@Nullable Object from, @Nullable Object to) {
        return new AuditEntry(action, objectType, objectId, purpose, from, to);
    }
}
