/**
 * Who did what to which object, for which purpose: an append-only chain of SM3 hashes (GB/T 32905)
 * per service.
 *
 * <p>Tables {@code audit_entry}, {@code audit_head}. Entries commit with the change that they tell
 * of. They hold ids and hashes, no personal data. Auditors read and verify; nobody writes but
 * {@link io.mingjian.kit.audit.Audit}.
 */
package io.mingjian.kit.audit;
