package io.mingjian.kit.imports;

import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Aside;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.kit.table.Upload;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The imports of one service: what its doors let people do, and who does the work behind. */
public final class Imports<J extends ImportJob<?>> {
    private final ImportTables tables;
    private final ImportSettings settings;
    private final ImportTools tools;
    private final ImportJobs<J> jobs;
    private final ImportPieces pieces;
    private final ImportRows rows;
    private final ErrorFile errors;
    private final ImportEntry<J> entry;
    private final ImportRunner<J> runner;

    /**
     * @param meanings what the rows of a job are
     * @param stepBack told how long some rows took, so that others get their turn
     */
    public Imports(
            ImportTables tables,
            Class<J> type,
            Function<J, RowMeaning<J, ?>> meanings,
            Consumer<Duration> stepBack,
            ImportSettings settings,
            ImportTools tools) {
        this.tables = tables;
        this.settings = settings;
        this.tools = tools;
        jobs = new ImportJobs<>(tables, type, tools.clock);
        pieces = new ImportPieces(tables);
        rows = new ImportRows(tables, tools.json);
        var staging = new RowStaging<J>(tables, rows);
        errors = new ErrorFile(tables, rows, tools.work);
        var lease = new ImportLease<>(tables, jobs, pieces, rows, settings, tools);
        entry = new ImportEntry<>(tables, lease, rows, tools.work, tools.clock);
        runner =
                new ImportRunner<>(
                        tables,
                        jobs,
                        lease,
                        new ImportReading<>(
                                tables, lease, pieces, rows, staging, settings, tools.work),
                        new SourceReading<>(tables, lease, rows, stepBack, tools.clock),
                        entry,
                        meanings,
                        stepBack,
                        settings,
                        tools);
    }

    public ImportRunner<J> runner() {
        return runner;
    }

    /** How rows are entered by whoever holds the job. */
    public ImportEntry<J> entry() {
        return entry;
    }

    /**
     * @throws NotFound if there is none of that id, or it is another organisation's
     */
    public Uni<J> require(Caller caller, String id) {
        return jobs.require(caller, Ids.parse(id, tables.zh(), tables.en()));
    }

    public Uni<Figures> figures(Caller caller, J job) {
        return rows.figures(caller, job.id());
    }

    /** The first rows of one state, or of all. */
    public Uni<List<StagedRow>> first(Caller caller, J job, @Nullable String state, int limit) {
        return rows.page(caller, job.id(), state, 0, limit);
    }

    /** What a row says; nothing once it is entered. */
    public @Nullable RowContent open(J job, StagedRow row) {
        return rows.open(job.id(), row);
    }

    /**
     * Whether a file was taken under this key before: then the first answer is good, whatever holds
     * now.
     */
    public boolean isRepeated(Caller caller, @Nullable String key, String operation) {
        return tools.work.transaction(() -> tools.idempotency.isRepeated(caller, key, operation));
    }

    /**
     * Takes a file; it is read in the background.
     *
     * @param operation for which the key of the request is good
     * @param about by which else a repetition is known, beside the file and its name
     */
    public Response receive(
            Caller caller,
            Incoming file,
            String operation,
            String about,
            Function<UUID, J> taken,
            Function<J, Uni<?>> view)
            throws IOException {
        long most = settings.mostBytes().asLongValue();
        try (Upload upload = Upload.take(file.body(), file.length(), most)) {
            List<Integer> seqs = upload.pieces(ImportPieces.SIZE);
            J job = taken.apply(Ids.next());
            return tools.work
                    .transaction(
                            () ->
                                    tools.idempotency.answerOnce(
                                            caller,
                                            file.key(),
                                            operation,
                                            upload.sha256() + "|" + file.fileName() + about,
                                            () ->
                                                    stage(caller, job, upload, seqs)
                                                            .chain(() -> view.apply(job))
                                                            .map(
                                                                    body ->
                                                                            Answer.accepted(
                                                                                    path(job),
                                                                                    body)),
                                            answer -> record(caller, job, "receive")))
                    .toResponse();
        }
    }

    private String path(J job) {
        return "/v1/" + tables.noun() + "s/" + job.id();
    }

    private Uni<Void> stage(Caller caller, J job, Upload upload, List<Integer> seqs) {
        Uni<Void> done = jobs.add(caller, job);
        for (int seq : seqs) {
            done =
                    done.chain(
                                    () ->
                                            Aside.run(
                                                    () ->
                                                            pieces.seal(
                                                                    upload.piece(
                                                                            seq, ImportPieces.SIZE),
                                                                    job.id(),
                                                                    seq)))
                            .chain(piece -> pieces.add(caller, job.id(), seq, piece));
        }
        return done;
    }

    /** Keeps a job whose rows lie elsewhere; they are entered in the background. */
    public Uni<Void> add(Caller by, J job) {
        return jobs.add(by, job);
    }

    /** One page of its rows of one state, or of all. */
    public <V> Uni<Page<V>> page(
            Caller caller,
            String id,
            @Nullable String state,
            @Nullable String cursor,
            @Nullable Integer asked,
            BiFunction<J, StagedRow, V> view) {
        String wanted = state == null ? null : tables.rowState(state);
        int limit = Page.limit(asked);
        String filter = tables.noun() + "s|" + id + "|" + wanted;
        int after =
                cursor == null
                        ? 0
                        : Integer.parseInt(
                                tools.cursors
                                        .read(caller, filter, cursor)
                                        .getOrDefault("row", "0"));
        return require(caller, id)
                .chain(
                        job ->
                                rows.page(caller, job.id(), wanted, after, limit + 1)
                                        .map(
                                                found ->
                                                        cut(
                                                                caller,
                                                                filter,
                                                                found,
                                                                limit,
                                                                row -> view.apply(job, row))));
    }

    private <V> Page<V> cut(
            Caller caller,
            String filter,
            List<StagedRow> found,
            int limit,
            Function<StagedRow, V> view) {
        List<StagedRow> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? tools.cursors.sign(
                                caller,
                                filter,
                                Map.of("row", String.valueOf(shown.get(limit - 1).rowNo())))
                        : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /** The faulty rows as they came, to be mended and sent again. */
    public Response errors(Caller caller, J job, String sheet, SheetWriter.Format format)
            throws IOException {
        return Outgoing.file(errors.of(caller, job, sheet, format), format, "errors-" + job.id());
    }

    /** The good rows are to be entered. */
    public Uni<J> commit(Caller caller, String id, @Nullable String ifMatch) {
        return take(caller, id, ifMatch, job -> job.commit(caller));
    }

    /** It is given up; what was entered stays. */
    public Uni<J> cancel(Caller caller, String id, @Nullable String ifMatch) {
        return take(caller, id, ifMatch, job -> job.cancel(caller, tools.clock.instant()));
    }

    /** A file that nobody reads any more is not kept. */
    private Uni<J> take(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<J, Transition<?, ImportStep>> step) {
        return require(caller, id)
                .invoke(job -> Etags.check(ifMatch, job.version()))
                .call(
                        job -> {
                            var taken = step.apply(job);
                            String action = taken.step().name().toLowerCase(Locale.ROOT);
                            return pieces.remove(caller, job.id())
                                    .chain(
                                            () ->
                                                    tools.audit.record(
                                                            caller,
                                                            entry(job, action)
                                                                    .changing(
                                                                            taken.from(),
                                                                            taken.to())));
                        });
    }

    /** What people are told of a job as it is now. */
    public Response answer(int status, J job, Object view) {
        return new Answer(status, null, Etags.of(job.version()), view).toResponse();
    }

    private Uni<Void> record(Caller caller, J job, String action) {
        return tools.audit.record(caller, entry(job, action));
    }

    private AuditEntry entry(J job, String action) {
        return AuditEntry.of(tables.noun() + "." + action, tables.noun(), job.id().toString());
    }
}
