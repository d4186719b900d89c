package io.mingjian.detection.bundle;

/**
 * What is published of all chains of custody together, once a day and whenever a bundle asks for
 * it: after this nobody can put in, take out or change an entry that it covers.
 *
 * @param number 1 for the first, without gaps
 * @param day the legal day on which it was closed
 * @param closedAt in UTC
 * @param occasion why it was closed; DAILY or BUNDLE
 * @param entries how many seals it covers, from the first one on
 * @param root of the {@link SealTree} over them
 * @param auditEntries entries of the service's audit chain at that time
 * @param auditHash hash of the last of them
 * @param previous hash of the head before this one; empty for the first
 * @param hash over all the other fields
 */
public record AuditHead(
        long number,
        String day,
        String closedAt,
        String occasion,
        long entries,
        String root,
        long auditEntries,
        String auditHash,
        String previous,
        String hash) {

    public static AuditHead closed(
            long number,
            String day,
            String closedAt,
            String occasion,
            long entries,
            String root,
            long auditEntries,
            String auditHash,
            String previous) {
        String hash =
                FieldsSeal.of(
                        String.valueOf(number),
                        day,
                        closedAt,
                        occasion,
                        String.valueOf(entries),
                        root,
                        String.valueOf(auditEntries),
                        auditHash,
                        previous);
        return new AuditHead(
                number,
                day,
                closedAt,
                occasion,
                entries,
                root,
                auditEntries,
                auditHash,
                previous,
                hash);
    }

    boolean isIntact() {
        return equals(
                closed(
                        number,
                        day,
                        closedAt,
                        occasion,
                        entries,
                        root,
                        auditEntries,
                        auditHash,
                        previous));
    }
}
