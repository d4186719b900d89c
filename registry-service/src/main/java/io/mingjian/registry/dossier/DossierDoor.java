package io.mingjian.registry.dossier;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.dossier.DossierViews.DossierView;
import io.mingjian.registry.evidence.ReusedEvidence;
import io.mingjian.registry.evidence.ReusedEvidence.Reused;
import io.mingjian.registry.filer.Faces;
import io.mingjian.registry.filer.Faces.Face;
import io.mingjian.registry.filer.Persons.Person;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Ledger;
import io.mingjian.registry.listing.PersonEntries;
import io.mingjian.registry.listing.PersonEntries.PersonEntry;
import io.mingjian.registry.person.KnownPersons;
import io.mingjian.registry.queue.PersonLines;
import io.mingjian.registry.queue.PersonLines.PersonLine;
import io.mingjian.registry.queue.Worklist;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: one page about a person who files; every look is kept. */
@Path("/v1/filers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class DossierDoor {
    private static final int YEARS = 10;
    private static final int SHOWN = 100;

    private final KnownPersons known;
    private final Faces faces;
    private final Ledger ledger;
    private final PersonLines lines;
    private final PersonEntries entries;
    private final ReusedEvidence reused;
    private final Worklist worklist;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    DossierDoor(
            KnownPersons known,
            Faces faces,
            Ledger ledger,
            PersonLines lines,
            PersonEntries entries,
            ReusedEvidence reused,
            Worklist worklist,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.known = known;
        this.faces = faces;
        this.ledger = ledger;
        this.lines = lines;
        this.entries = entries;
        this.reused = reused;
        this.worklist = worklist;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** All about a person who files, as far as the caller's bureau may know it. */
    @GET
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看投诉举报人档案（脱敏，留痕） / All about one filer; masked, audited")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return known.require(caller, Ids.parse(id, "投诉举报人", "filer"))
                .chain(
                        person ->
                                new Reading(caller, person, LegalDay.today(clock))
                                        .read()
                                        .map(dossier -> dossier.view(person.id())))
                .call(
                        view ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                "filer.look", "filer", view.personId().toString())))
                .map(
                        view ->
                                Response.ok(view)
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build());
    }

    /** Reads one after the other on the one session. */
    private final class Reading {
        private final Caller caller;
        private final Person person;
        private final LocalDate today;
        private List<Face> shown = List.of();
        private List<PersonLine> filings = List.of();
        private List<PersonEntry> listed = List.of();
        private List<Reused> pictures = List.of();

        Reading(Caller caller, Person person, LocalDate today) {
            this.caller = caller;
            this.person = person;
            this.today = today;
        }

        Uni<Dossier> read() {
            return faces.of(caller, person.members())
                    .invoke(found -> shown = List.copyOf(found.values()))
                    .chain(() -> lines.of(caller, person.id(), SHOWN + 1))
                    .invoke(found -> filings = found)
                    .chain(() -> entries.of(caller, person.id()))
                    .invoke(found -> listed = found)
                    .chain(() -> reused.among(caller, Dossier.owners(caller, filings)))
                    .invoke(found -> pictures = found)
                    .chain(this::history)
                    .chain(
                            history ->
                                    worklist.hintsOn(caller, person.id())
                                            .map(
                                                    hints ->
                                                            new Dossier(
                                                                    caller, today, SHOWN, shown,
                                                                    history, filings, listed,
                                                                    pictures, hints)));
        }

        private Uni<History> history() {
            return ledger.history(caller, person.id(), today.minusYears(YEARS), today);
        }
    }
}
