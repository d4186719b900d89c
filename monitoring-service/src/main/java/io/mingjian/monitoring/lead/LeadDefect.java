package io.mingjian.monitoring.lead;

import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.finding.DefectTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that a quality review found wrong. Never changed. */
@Entity
@Immutable
class LeadDefect {
    @Id private UUID id;
    private UUID leadId;
    private int ordinal;
    private int place;
    private UUID instructionId;
    private String agency;
    private String code;
    private boolean evidence;
    private @Nullable String pointer;
    private @Nullable String note;
    private Instant at;

    /** For the mapper. */
    LeadDefect() {}

    /** A defect that the lead's latest step names. */
    LeadDefect(
            Lead lead,
            int place,
            DefectTypes.Row type,
            @Nullable String pointer,
            @Nullable String note,
            Instant at) {
        this.id = Ids.next();
        this.leadId = lead.id();
        this.ordinal = lead.steps();
        this.place = place;
        this.instructionId = lead.instructionId();
        this.agency = lead.agency();
        this.code = type.code();
        this.evidence = type.evidence();
        this.pointer = pointer;
        this.note = note;
        this.at = at;
    }

    /** The line of the history that it belongs to. */
    int ordinal() {
        return ordinal;
    }

    String code() {
        return code;
    }

    @Nullable String pointer() {
        return pointer;
    }

    @Nullable String note() {
        return note;
    }
}
