package io.mingjian.gateway.console;

import io.mingjian.gateway.console.ActForm.Seen;
import io.mingjian.gateway.console.FormAnswer.Field;
import io.mingjian.gateway.console.FormAnswer.Kind;
import io.mingjian.gateway.console.Reply.Done;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of the bureau works on a filing, and the form to take it or to give it back.
 *
 * @param words empty if the officer's bureau does not deal out its work
 */
record ClaimBox(String words, List<ActForm> forms) {
    private static final Set<String> TAKES = Set.of("INTAKE", "HANDLER", "REVIEWER");
    private static final FormAnswer CLAIM =
            new FormAnswer("CLAIM", Wording.text("claim.take"), null, "claim", null, List.of());
    private static final FormAnswer RELEASE =
            new FormAnswer(
                    "RELEASE",
                    Wording.text("claim.release"),
                    null,
                    "release",
                    null,
                    List.of(
                            new Field(
                                    "reasons",
                                    Wording.text("claim.reasons"),
                                    Kind.LONG_TEXT,
                                    false,
                                    null,
                                    null,
                                    List.of(),
                                    List.of())));

    /** Ids of the forms. */
    static final Set<String> IDS = Set.of(CLAIM.path(), RELEASE.path());

    /** The periods of work on a filing, as the registry shows them. */
    record Answer(@Nullable List<Period> periods) {}

    /**
     * A period of work.
     *
     * @param until absent while it lasts
     */
    record Period(
            String userId,
            @Nullable String name,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until) {}

    /**
     * What the registry said.
     *
     * @param known whether the officer may know
     * @param now who has it
     */
    record Held(boolean known, @Nullable Period now, String version) {
        static Held of(Reply<Answer> reply) {
            if (!(reply instanceof Done<Answer> done)) {
                return new Held(false, null, "");
            }
            List<Period> periods = done.body().periods();
            Period last =
                    periods == null
                            ? null
                            : periods.stream()
                                    .filter(period -> period.until() == null)
                                    .findFirst()
                                    .orElse(null);
            return new Held(true, last, done.etag() == null ? "" : done.etag());
        }

        /** Whether things stand as they would after the officer's act. */
        boolean bears(String act, Officer officer) {
            return switch (act) {
                case "CLAIM" -> now != null && now.userId().equals(officer.subject());
                case "RELEASE" -> known && now == null;
                default -> false;
            };
        }
    }

    /**
     * @param idle whether the officer has nothing to do with the filing
     */
    static ClaimBox of(Held held, Officer officer, boolean idle, Seen seen) {
        if (!held.known()) {
            return new ClaimBox("", List.of());
        }
        Period now = held.now();
        if (now == null) {
            boolean may = !idle && officer.hasAny(TAKES);
            return new ClaimBox(
                    Wording.text("claim.nobody"),
                    may ? List.of(form(CLAIM, held, seen)) : List.of());
        }
        boolean own = now.userId().equals(officer.subject());
        boolean may = own || officer.hasAny(Set.of("HEAD"));
        return new ClaimBox(
                (own ? Wording.text("claim.you") : now.name())
                        + " 于 "
                        + Times.of(now.since())
                        + " 认领",
                may ? List.of(form(RELEASE, held, seen)) : List.of());
    }

    private static ActForm form(FormAnswer asked, Held held, Seen seen) {
        return ActForm.of(
                asked, asked.path(), "queue/" + asked.path(), held.version(), false, seen);
    }
}
