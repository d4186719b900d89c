package io.mingjian.monitoring.letter;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The room's public face for those who only read. */
@ApplicationScoped
public class LetterReading {
    private final Letters letters;

    LetterReading(Letters letters) {
        this.letters = letters;
    }

    /**
     * What a letter says.
     *
     * @param bureau who sent it
     * @param letterNo absent while it is a draft, as is {@code issuedAt}
     * @param dueOn last day for the answer
     */
    public record LetterFacts(
            UUID id,
            String leadBureau,
            String bureau,
            String platform,
            @Nullable String letterNo,
            String title,
            String text,
            @Nullable Instant issuedAt,
            @Nullable LocalDate dueOn) {}

    /** The letter, if it is the caller's to see; else it does not exist. */
    public Uni<LetterFacts> look(Caller caller, UUID id) {
        return letters.require(caller, id).map(LetterReading::facts);
    }

    private static LetterFacts facts(Letter letter) {
        return new LetterFacts(
                letter.id(),
                letter.leadBureau(),
                letter.sender(),
                letter.platform(),
                letter.letterNo().orElse(null),
                letter.title(),
                letter.text(),
                letter.issuedAt().orElse(null),
                letter.dueOn().orElse(null));
    }
}
