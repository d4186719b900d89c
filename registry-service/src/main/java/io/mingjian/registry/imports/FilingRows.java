package io.mingjian.registry.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Outcome;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Columns;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.intake.FilingForms;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import io.mingjian.registry.intake.Intake;
import io.mingjian.registry.intake.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows that are filings: read by the rules of intake, told apart by channel and number. */
@ApplicationScoped
class FilingRows implements OriginRows<Submission> {
    private static final Columns COLUMNS = Columns.of(FilingColumn.values());

    private final FilingForms forms;
    private final Intake intake;
    private final ImportSettings settings;

    FilingRows(FilingForms forms, Intake intake, ImportSettings settings) {
        this.forms = forms;
        this.intake = intake;
        this.settings = settings;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Column numbered() {
        return FilingColumn.EXTERNAL_NO;
    }

    @Override
    public int mostRows() {
        return settings.mostRows();
    }

    @Override
    public int enteredAtOnce() {
        return settings.enteredAtOnce();
    }

    @Override
    public Submission read(ImportJob job, JsonNode form) {
        return forms.read(job.sender(), form);
    }

    @Override
    public Optional<Origin> key(Submission row) {
        return Optional.ofNullable(row.externalNo())
                .map(number -> new Origin(row.channel().name(), number));
    }

    @Override
    public Uni<Map<Origin, String>> known(Caller sender, Set<Origin> asked) {
        Map<String, Set<String>> numbers =
                asked.stream()
                        .collect(groupingBy(Origin::source, mapping(Origin::number, toSet())));
        Map<Origin, String> known = new HashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var each : numbers.entrySet()) {
            done =
                    done.chain(
                                    () ->
                                            intake.known(
                                                    sender,
                                                    Channel.valueOf(each.getKey()),
                                                    each.getValue()))
                            .invoke(
                                    found ->
                                            found.forEach(
                                                    (number, as) ->
                                                            known.put(
                                                                    new Origin(
                                                                            each.getKey(), number),
                                                                    as)))
                            .replaceWithVoid();
        }
        return done.replaceWith(known);
    }

    /** What somebody else entered since the file was read is not entered again. */
    @Override
    public Uni<Void> enter(
            ImportJob job, List<Submission> rows, Function<List<Outcome>, Uni<Void>> settle) {
        return intake.registerAll(
                        job.sender(),
                        rows,
                        entered -> settle.apply(entered.stream().map(this::entered).toList()))
                .replaceWithVoid();
    }

    private Outcome entered(Optional<RegisteredFilings> done) {
        return done.map(each -> Outcome.entered(each.submissionId()))
                .orElseGet(() -> Outcome.bad(before("")));
    }
}
