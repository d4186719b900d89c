package io.mingjian.detection.evidence;

import io.mingjian.detection.content.ContentLostException;
import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Gives out what people look at or take away. Each time leaves a line in the chain of custody and
 * in the audit before the first byte goes out.
 */
@ApplicationScoped
class Looks {
    private static final Logger LOG = Logger.getLogger(Looks.class);

    private final Evidences evidences;
    private final CustodyChain custody;
    private final ContentStore store;
    private final Drawings drawings;
    private final Thumbnails thumbnails;
    private final IntakeWork intakeWork;
    private final Audit audit;
    private final Clock clock;

    Looks(
            Evidences evidences,
            CustodyChain custody,
            ContentStore store,
            Drawings drawings,
            Thumbnails thumbnails,
            IntakeWork intakeWork,
            Audit audit,
            Clock clock) {
        this.evidences = evidences;
        this.custody = custody;
        this.store = store;
        this.drawings = drawings;
        this.thumbnails = thumbnails;
        this.intakeWork = intakeWork;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is given out.
     *
     * @param act {@link CustodyAct#VIEWED} or {@link CustodyAct#EXPORTED}
     * @param action of the audit
     * @param purpose as the person said it
     * @param what is given out, for the chain of custody
     */
    record Look(CustodyAct act, String action, String purpose, String what) {
        static Look view(String purpose, String what) {
            return new Look(CustodyAct.VIEWED, "evidence.view", purpose, what);
        }

        static Look export(String purpose, String what) {
            return new Look(CustodyAct.EXPORTED, "evidence.export", purpose, what);
        }
    }

    /** The bytes as they came in, for a caller who may see the evidence. */
    Uni<byte[]> original(Caller caller, UUID id, Look look) {
        return take(caller, id, look, evidence -> intakeWork.run(() -> original(evidence)));
    }

    /** The copy that people work with, for a caller who may see the evidence. */
    Uni<byte[]> copy(Caller caller, UUID id, Look look) {
        return take(
                caller,
                id,
                look,
                evidence ->
                        drawings.draw(
                                caller.organisation(), () -> ServedCopy.of(original(evidence))));
    }

    /** What another room draws out of the original, for a caller who may see the evidence. */
    Uni<byte[]> drawing(Caller caller, UUID id, Look look, EvidenceDrawings.Drawing drawing) {
        return take(
                caller,
                id,
                look,
                evidence ->
                        drawings.draw(caller.organisation(), () -> drawing.of(original(evidence))));
    }

    /** A small copy, for a caller who may see the evidence. */
    Uni<byte[]> thumbnail(Caller caller, UUID id, Look look, int longestSide) {
        return take(caller, id, look, evidence -> thumbnail(caller, evidence, longestSide));
    }

    private Uni<byte[]> thumbnail(Caller caller, Evidence evidence, int longestSide) {
        Thumbnails.Key key = new Thumbnails.Key(evidence.fingerprint().sha256(), longestSide);
        return thumbnails
                .known(key)
                .map(known -> Uni.createFrom().item(known::bytes))
                .orElseGet(
                        () ->
                                drawings.draw(
                                        caller.organisation(),
                                        () ->
                                                thumbnails
                                                        .drawn(key, () -> original(evidence))
                                                        .bytes()));
    }

    /**
     * Something that is made out of copies, where there are any; for a caller who may see the
     * evidence.
     */
    Uni<byte[]> made(Caller caller, UUID id, Look look, EvidenceIssues.Making making) {
        return Panache.withSession(() -> evidences.require(id, caller))
                .chain(
                        evidence ->
                                drawings.draw(
                                        caller.organisation(),
                                        () -> making.make(side -> shown(evidence, side))))
                .call(bytes -> Panache.withTransaction(() -> note(caller, id, look, bytes.length)));
    }

    /** What is destroyed, lost or broken inside leaves the rest of a report as it is. */
    private Optional<byte[]> shown(Evidence evidence, int longestSide) throws IOException {
        if (evidence.contentState() != ContentState.KEPT) {
            return Optional.empty();
        }
        try {
            return Optional.of(ServedCopy.of(original(evidence), longestSide));
        } catch (Conflict e) {
            return Optional.empty();
        }
    }

    private Uni<byte[]> take(
            Caller caller, UUID id, Look look, Function<Evidence, Uni<byte[]>> making) {
        return Panache.withSession(
                        () -> evidences.require(id, caller).invoke(Evidence::requireContent))
                .chain(making::apply)
                .call(bytes -> Panache.withTransaction(() -> note(caller, id, look, bytes.length)));
    }

    private byte[] original(Evidence evidence) throws IOException {
        try {
            return store.read(evidence.fingerprint());
        } catch (ContentLostException e) {
            store.requireAnswer();
            LOG.errorf("evidence %s: %s", evidence.id(), e.getMessage());
            throw new Conflict(
                    "content-lost",
                    "原始文件缺失或已被改动，无法提供副本；请联系系统管理员。",
                    "The original is missing or altered; ask the administrator.");
        }
    }

    private Uni<Void> note(Caller caller, UUID id, Look look, int bytes) {
        Act act =
                new Act(
                        look.act(),
                        caller.subject(),
                        caller.organisation(),
                        look.purpose(),
                        clock.instant(),
                        look.what() + ", bytes:" + bytes);
        return custody.append(id, act)
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(look.action(), "evidence", id.toString())
                                                .forPurpose(look.purpose())));
    }
}
