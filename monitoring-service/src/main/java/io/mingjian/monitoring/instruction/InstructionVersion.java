package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of an instruction as it was issued or amended. Never changed. */
@Entity
@Immutable
class InstructionVersion {
    @Id private UUID id;
    private UUID instructionId;
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private InstructionContent content;

    private @Nullable String reasons;
    private Instant madeAt;
    private String madeBy;
    private @Nullable String madeByName;

    /** For the mapper. */
    InstructionVersion() {}

    /** What an instruction says now. */
    static InstructionVersion current(
            Instruction instruction, @Nullable String reasons, Caller by, Instant at) {
        InstructionVersion version = new InstructionVersion();
        version.id = Ids.next();
        version.instructionId = instruction.id();
        version.number = instruction.contentVersion();
        version.content = instruction.content();
        version.reasons = reasons;
        version.madeAt = at;
        version.madeBy = by.subject();
        version.madeByName = by.name();
        return version;
    }

    UUID instructionId() {
        return instructionId;
    }

    int number() {
        return number;
    }

    InstructionContent content() {
        return content;
    }

    Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<String> madeByName() {
        return Optional.ofNullable(madeByName);
    }
}
