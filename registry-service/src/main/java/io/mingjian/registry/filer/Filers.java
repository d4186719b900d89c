package io.mingjian.registry.filer;

import static java.util.stream.Collectors.toMap;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.Owners.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds and remembers filers; the only SQL for identities, and the public face of the room. */
@ApplicationScoped
public class Filers {
    private final FilerSecrets secrets;
    private final FilerKeys keys;

    Filers(FilerSecrets secrets, FilerKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /**
     * A filer that was found or made.
     *
     * @param others the joint complainants, in the order of the form
     */
    public record Resolved(UUID filerId, MaskedIdentity masked, List<UUID> others) {}

    /** The identity given with one submission. */
    public record Statement(
            UUID submissionId, UUID filerId, Instant receivedAt, MaskedIdentity masked) {}

    /** The identity given with one submission, in clear. */
    public record Disclosed(UUID submissionId, Instant receivedAt, GivenIdentity identity) {}

    /**
     * The identities that came with a submission.
     *
     * @param joint who complains together with the filer; each is a filer too (Order 121 Art 12)
     * @param agent who files for the filer and is no filer (Art 11)
     */
    public record Asked(
            UUID submissionId,
            GivenIdentity given,
            Instant receivedAt,
            List<GivenIdentity> joint,
            Optional<GivenIdentity> agent) {

        private Stream<GivenIdentity> filers() {
            return Stream.concat(Stream.of(given), joint.stream());
        }
    }

    /**
     * Finds the persons behind identities by their strong keys, or makes new pseudonyms, and keeps
     * what was given. Part of the running transaction; two submissions of one person at the same
     * moment come to the same filer, also within one call.
     *
     * @return by submission
     */
    public Uni<Map<UUID, Resolved>> resolve(Caller caller, List<Asked> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Keys> keys =
                asked.stream().flatMap(Asked::filers).map(each -> Keys.of(each, secrets)).toList();
        return this.keys
                .held(caller, keys)
                .chain(
                        owners -> {
                            Map<UUID, Resolved> found = new LinkedHashMap<>();
                            Given given = new Given(owners, new ArrayList<>(), new ArrayList<>());
                            asked.forEach(
                                    each -> found.put(each.submissionId(), resolved(each, given)));
                            return this.keys
                                    .keep(caller, owners, given.contacts())
                                    .chain(() -> Sessions.insert(given.rows()))
                                    .replaceWith(found);
                        });
    }

    /** What a call has come to so far. */
    private record Given(Owners owners, List<Object> rows, List<Contact> contacts) {}

    private UUID found(GivenIdentity identity, Asked asked, Given so) {
        UUID filer = so.owners().resolve(Keys.of(identity, secrets));
        so.contacts().addAll(Contact.of(identity, filer, LegalDay.of(asked.receivedAt()), secrets));
        return filer;
    }

    private Resolved resolved(Asked asked, Given so) {
        UUID filer = found(asked.given(), asked, so);
        List<Object> rows = so.rows();
        rows.add(
                FilerStatement.of(
                        asked.submissionId(), filer, asked.receivedAt(), asked.given(), secrets));
        List<UUID> others = new ArrayList<>(asked.joint().size());
        for (GivenIdentity each : asked.joint()) {
            others.add(found(each, asked, so));
            rows.add(
                    FilerParty.joint(
                            asked, others.size(), others.get(others.size() - 1), each, secrets));
        }
        asked.agent().ifPresent(agent -> rows.add(FilerParty.agent(asked, agent, secrets)));
        return new Resolved(filer, MaskedIdentity.of(asked.given()), List.copyOf(others));
    }

    /**
     * The masked identities given with these submissions; empty for callers outside the bureaus.
     */
    public Uni<Map<UUID, MaskedIdentity>> maskedOf(Caller caller, Collection<UUID> submissionIds) {
        if (!maySee(caller) || submissionIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from FilerStatement where submissionId in :ids",
                                                FilerStatement.class)
                                        .setParameter("ids", submissionIds)
                                        .getResultList())
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                toMap(
                                                        FilerStatement::submissionId,
                                                        FilerStatement::masked)));
    }

    /** What this filer last said about itself, masked. */
    public Uni<Optional<Statement>> latestOf(Caller caller, UUID filerId) {
        if (!maySee(caller)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return statementsOf(filerId).map(all -> all.stream().findFirst().map(Filers::statement));
    }

    /** How much of an identity a disclosure shows. */
    public enum Extent {
        WHOLE,
        /** Name and telephone (Order 121 Art 37). */
        FOR_MEDIATION
    }

    /**
     * The identities that this filer gave with these submissions, in clear, newest first. The door
     * that asks names only submissions that the caller's bureau has, and writes the audit entry.
     */
    public Uni<List<Disclosed>> disclose(
            Caller caller, UUID filerId, Map<UUID, Extent> submissions) {
        if (!maySee(caller) || submissions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return statementsOf(filerId).map(all -> disclosed(all, submissions));
    }

    private List<Disclosed> disclosed(List<FilerStatement> all, Map<UUID, Extent> submissions) {
        List<Disclosed> shown = new ArrayList<>();
        for (FilerStatement each : all) {
            Extent extent = submissions.get(each.submissionId());
            if (extent != null) {
                GivenIdentity given = each.open(secrets);
                shown.add(
                        new Disclosed(
                                each.submissionId(),
                                each.receivedAt(),
                                extent == Extent.WHOLE ? given : given.forMediation()));
            }
        }
        return List.copyOf(shown);
    }

    static boolean maySee(Caller caller) {
        return caller.isMachine()
                || caller.kind() == OrganisationKind.MUNICIPAL_BUREAU
                || caller.kind() == OrganisationKind.DISTRICT_BUREAU;
    }

    private static Statement statement(FilerStatement row) {
        return new Statement(row.submissionId(), row.filerId(), row.receivedAt(), row.masked());
    }

    private Uni<List<FilerStatement>> statementsOf(UUID filerId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from FilerStatement where filerId = :filer",
                                                FilerStatement.class)
                                        .setParameter("filer", filerId)
                                        .getResultList())
                .map(
                        all ->
                                all.stream()
                                        .sorted(
                                                Comparator.comparing(FilerStatement::receivedAt)
                                                        .reversed())
                                        .toList());
    }
}
