package io.mingjian.registry.evidence;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.contracts.FilingEvidenceConfirmed;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.evidence.EvidenceSource.Filing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person says what a piece of evidence is, with reasons and what the finding rests on. Nothing
 * follows from it by itself: it rejects, closes and ranks nothing.
 */
@ApplicationScoped
class Confirming {
    private static final int LONGEST_REASONS = 4_000;

    private final Instance<EvidenceSource> sources;
    private final Confirmations confirmations;
    private final Outbox outbox;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    Confirming(
            Instance<EvidenceSource> sources,
            Confirmations confirmations,
            Outbox outbox,
            Audit audit,
            Idempotency idempotency,
            Callers callers,
            Clock clock) {
        this.sources = sources;
        this.confirmations = confirmations;
        this.outbox = outbox;
        this.audit = audit;
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** The finding as it is sent in. */
    @Schema(name = "EvidenceConfirmationRequest")
    record ConfirmationRequest(
            @Nullable
                    @Schema(
                            required = true,
                            enumeration = {"GENERATED", "ALTERED", "GENUINE", "CANNOT_TELL"})
                    String truth,
            @Nullable
                    @Schema(
                            required = true,
                            description = "认定依据",
                            enumeration = {
                                "ORIGINAL_SEEN",
                                "DECLARED_LABEL",
                                "FORENSIC_ANALYSIS",
                                "REUSE_OF_OTHER_CASE",
                                "PARTY_ADMITTED",
                                "APPRAISAL",
                                "ON_SITE_CHECK",
                                "RESPONDENT_RECORDS",
                                "INCONSISTENT_STATEMENTS",
                                "OTHER_AUTHORITY"
                            })
                    String restsOn,
            @Nullable @Schema(required = true) String reasons) {}

    /**
     * The findings about one piece of evidence.
     *
     * @param latest absent while nobody has found anything
     * @param earlier newest first
     */
    @Schema(name = "EvidenceConfirmations", description = "证据认定及其历次变更 / Findings, the latest first")
    record ConfirmationsView(
            UUID evidenceId, @Nullable Confirmation latest, List<Confirmation> earlier) {
        static ConfirmationsView of(UUID evidenceId, List<Confirmation> newestFirst) {
            return new ConfirmationsView(
                    evidenceId,
                    newestFirst.isEmpty() ? null : newestFirst.get(0),
                    newestFirst.stream().skip(1).toList());
        }

        int version() {
            return latest == null ? 0 : latest.version();
        }
    }

    /** Shows the findings about a piece of evidence; their version is 0 while there is none. */
    Uni<Response> show(FilingKind kind, String id, String evidence) {
        Caller caller = callers.current();
        UUID evidenceId = evidenceId(evidence);
        return source(kind)
                .of(caller, id)
                .invoke(filing -> requireNamed(filing, evidenceId))
                .chain(filing -> views(caller, filing, evidenceId))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    /**
     * Keeps and announces a finding.
     *
     * @param ifMatch version of the findings that was read
     */
    Uni<Response> confirm(
            FilingKind kind,
            String id,
            String evidence,
            @Nullable String ifMatch,
            @Nullable String key,
            ConfirmationRequest request) {
        Caller caller = callers.current();
        UUID evidenceId = evidenceId(evidence);
        String operation = "evidence.confirm " + kind + " " + id + " " + evidenceId;
        return idempotency.once(
                caller,
                key,
                operation,
                request,
                () ->
                        source(kind)
                                .hold(caller, id)
                                .invoke(filing -> requireNamed(filing, evidenceId))
                                .invoke(filing -> requireHolder(caller, filing))
                                .chain(
                                        filing ->
                                                add(
                                                        caller,
                                                        kind,
                                                        filing,
                                                        evidenceId,
                                                        ifMatch,
                                                        request)));
    }

    private Uni<Answer> add(
            Caller caller,
            FilingKind kind,
            Filing filing,
            UUID evidenceId,
            @Nullable String ifMatch,
            ConfirmationRequest request) {
        return views(caller, filing, evidenceId)
                .invoke(before -> Etags.check(ifMatch, before.version()))
                .map(before -> finding(caller, evidenceId, before.version() + 1, request))
                .call(found -> confirmations.add(caller, kind, filing.id(), found))
                .call(found -> outbox.append(event(kind, filing.id(), found)))
                .call(found -> audit.record(caller, entry(kind, filing.id(), found)))
                .chain(found -> views(caller, filing, evidenceId))
                .map(view -> new Answer(201, null, Etags.of(view.version()), view));
    }

    private Confirmation finding(
            Caller caller, UUID evidenceId, int version, ConfirmationRequest request) {
        List<FieldError> faults = new ArrayList<>();
        var truth = code("/truth", EvidenceTruth.class, request.truth(), "认定结论", faults);
        var restsOn = code("/restsOn", RestsOn.class, request.restsOn(), "认定依据", faults);
        if (request.reasons() != null && request.reasons().length() > LONGEST_REASONS) {
            faults.add(
                    new FieldError(
                            "/reasons",
                            "too-long",
                            "理由不得超过" + LONGEST_REASONS + "个字符。",
                            "At most " + LONGEST_REASONS + " characters."));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Decision decision = Decision.of(caller, clock.instant(), request.reasons());
        return Confirmation.of(
                evidenceId,
                version,
                truth.orElseThrow(),
                restsOn.orElseThrow(),
                decision.reasons(),
                caller.name(),
                caller.organisation(),
                decision.at());
    }

    private static <E extends Enum<E>> Optional<E> code(
            String pointer,
            Class<E> type,
            @Nullable String given,
            String zhName,
            List<FieldError> faults) {
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(given))
                        .findFirst();
        if (found.isEmpty()) {
            String known =
                    Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "));
            boolean missing = given == null || given.isBlank();
            faults.add(
                    new FieldError(
                            pointer,
                            missing ? "required" : "unknown-code",
                            "请选择" + zhName + "，可用：" + known + "。",
                            "Use one of: " + known + "."));
        }
        return found;
    }

    private Uni<ConfirmationsView> views(Caller caller, Filing filing, UUID evidenceId) {
        return confirmations
                .of(caller, filing.id())
                .map(all -> all.stream().filter(each -> each.evidenceId().equals(evidenceId)))
                .map(all -> ConfirmationsView.of(evidenceId, all.toList()));
    }

    private EvidenceSource source(FilingKind kind) {
        return sources.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static UUID evidenceId(String text) {
        return Ids.parse(text, "证据", "evidence");
    }

    private static void requireNamed(Filing filing, UUID evidenceId) {
        if (!filing.evidenceIds().contains(evidenceId)) {
            throw new NotFound("证据", "evidence");
        }
    }

    private static void requireHolder(Caller caller, Filing filing) {
        if (!caller.organisation().equals(filing.holder())) {
            throw new Forbidden(
                    "该件现由其他单位办理，贵单位只能查看。", "Another bureau has this filing; you may only look.");
        }
    }

    private static Event event(FilingKind kind, UUID filingId, Confirmation found) {
        return new Event(
                EventType.FILING_EVIDENCE_CONFIRMED,
                new FilingEvidenceConfirmed(
                        filingId,
                        kind,
                        found.evidenceId(),
                        found.truth(),
                        found.restsOn().name(),
                        found.organisation(),
                        LegalDay.of(found.confirmedAt().toInstant())));
    }

    private static AuditEntry entry(FilingKind kind, UUID filingId, Confirmation found) {
        String type = kind.name().toLowerCase(Locale.ROOT);
        return AuditEntry.of(type + ".confirm-evidence", type, filingId.toString())
                .changing(null, found)
                .forPurpose(found.reasons());
    }
}
