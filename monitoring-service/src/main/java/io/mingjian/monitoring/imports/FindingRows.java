package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.imports.Outcome;
import io.mingjian.kit.imports.RowMeaning;
import io.mingjian.kit.imports.RowSource;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.table.Columns;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.lead.LeadIntake;
import io.mingjian.monitoring.lead.Submissions;
import io.mingjian.monitoring.lead.Submissions.NumberReused;
import io.mingjian.monitoring.lead.Submissions.Refused;
import io.mingjian.monitoring.lead.Submissions.Repeated;
import io.mingjian.monitoring.lead.Submissions.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that are findings: looked at and entered by the leads' room as the items of a batch are. */
@ApplicationScoped
class FindingRows implements RowMeaning<LeadImport, JsonNode> {
    private static final FieldError REUSED =
            new FieldError("/findingNo", "finding-no-reused", "该线索编号已用于内容不同的线索，请更换编号；补正请使用补正接口。");

    private final LeadIntake findings;
    private final BundleSource bundles;
    private final ImportSettings settings;
    private final ObjectMapper json;

    FindingRows(
            LeadIntake findings, BundleSource bundles, ImportSettings settings, ObjectMapper json) {
        this.findings = findings;
        this.bundles = bundles;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Columns columns() {
        return FindingColumns.ALL;
    }

    @Override
    public int mostRows() {
        return settings.mostRows();
    }

    @Override
    public int enteredAtOnce() {
        return settings.enteredAtOnce();
    }

    /**
     * As the form will be read when it is entered, and as it would have been sent: of a price the
     * number counts, not how it was written, else a repetition would be another finding.
     */
    @Override
    public JsonNode read(LeadImport job, JsonNode form) {
        try {
            return json.readTree(form.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("forms are JSON", impossible);
        }
    }

    @Override
    public Optional<String> key(JsonNode finding) {
        return Optional.of(number(finding)).filter(number -> !number.isEmpty());
    }

    @Override
    public RowFault twice(int earlierRow) {
        return new RowFault(
                FindingColumn.FINDING_NO.heading(),
                "twice-in-file",
                "与第" + earlierRow + "行的线索编号相同。");
    }

    @Override
    public String number(JsonNode form) {
        return form.path("findingNo").asText();
    }

    @Override
    public Uni<List<Outcome>> look(LeadImport job, List<JsonNode> rows) {
        return findings.preview(job.sender(), job.instructionId(), rows)
                .map(told -> told.stream().map(FindingRows::outcome).toList());
    }

    @Override
    public Uni<Void> enter(
            LeadImport job, List<JsonNode> rows, Function<List<Outcome>, Uni<Void>> settle) {
        return findings.takeAll(job.sender(), job.instructionId(), rows)
                .map(entered -> entered.stream().map(FindingRows::outcome).toList())
                .chain(entered -> settle.apply(entered));
    }

    @Override
    public @Nullable RowSource<LeadImport> source(LeadImport job) {
        return job.bundleId() == null ? null : new BundleRows(bundles);
    }

    /** The instruction takes no findings any more: what was entered stays, the rest does not. */
    @Override
    public boolean isEndedBy(Refusal refusal) {
        return true;
    }

    /** Why no lead is made of it; none if one is, or was. */
    static List<FieldError> errors(Submissions.@Nullable Outcome told) {
        if (told instanceof Refused refused) {
            return refused.errors();
        }
        return told instanceof NumberReused ? List.of(REUSED) : List.of();
    }

    private static Outcome outcome(Submissions.@Nullable Outcome told) {
        if (told instanceof Taken taken) {
            return Outcome.entered(taken.leadId());
        }
        if (told instanceof Repeated repeated) {
            return Outcome.repeated(repeated.leadId());
        }
        List<FieldError> errors = errors(told);
        return errors.isEmpty()
                ? Outcome.good()
                : Outcome.bad(errors.stream().map(FindingColumns.ALL::fault).toList());
    }
}
