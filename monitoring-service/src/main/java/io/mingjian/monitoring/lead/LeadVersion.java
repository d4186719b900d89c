package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Flag;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A lead's finding as it was before a supplement. Never changed. */
@Entity
@Immutable
class LeadVersion {
    @Id private UUID id;
    private UUID leadId;
    private int versionNo;

    @JdbcTypeCode(SqlTypes.JSON)
    private Finding finding;

    private String findingSha256;

    @JdbcTypeCode(SqlTypes.JSON)
    private Flags flags;

    private Instant replacedAt;
    private String replacedBy;
    private @Nullable String reasons;

    /** For the mapper. */
    LeadVersion() {}

    LeadVersion(Lead lead, Caller by, @Nullable String reasons, Instant at) {
        this.id = Ids.next();
        this.leadId = lead.id();
        this.versionNo = lead.findingVersion();
        this.finding = lead.finding();
        this.findingSha256 = lead.findingSha256();
        this.flags = new Flags(lead.flags());
        this.replacedAt = at;
        this.replacedBy = by.name();
        this.reasons = reasons;
    }

    int versionNo() {
        return versionNo;
    }

    Finding finding() {
        return finding;
    }

    List<Flag> flags() {
        return flags.list();
    }

    Instant replacedAt() {
        return replacedAt;
    }

    String replacedBy() {
        return replacedBy;
    }

    @Nullable String reasons() {
        return reasons;
    }
}
