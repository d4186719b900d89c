package io.mingjian.detection.checking;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mingjian.detection.analysis.Checkup;
import io.mingjian.detection.analysis.Indication;
import io.mingjian.detection.analysis.PanelReport.Note;
import io.mingjian.detection.analysis.Sighting;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.Region;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One JSON document; its shape is promised in {@code docs/detection-cli.md}. */
final class CheckJson implements CheckReport {
    static final String FORMAT = "mingjian-check/1";

    private final JsonOut out;

    CheckJson(PrintStream out) {
        this.out = new JsonOut(out);
    }

    @Override
    public void begin(List<Analyzer> panel) {
        out.write(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeNumberField("fusionVersion", Checkup.fusionVersion());
                    json.writeArrayFieldStart("panel");
                    for (Analyzer analyzer : panel) {
                        json.writeString(analyzer.id().toString());
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("files");
                });
    }

    @Override
    public void file(Checked checked) {
        Indication indication = checked.indication();
        out.write(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("path", checked.path().toString());
                    json.writeNumberField("bytes", checked.bytes());
                    json.writeStringField("sha256", checked.sha256());
                    json.writeStringField("kind", checked.kind());
                    json.writeStringField("band", indication.band().name());
                    json.writeStringField("bandName", indication.bandName());
                    json.writeStringField("summary", indication.summary());
                    json.writeStringField("labelVerdict", indication.labelVerdict().name());
                    json.writeBooleanField(
                            "labelTamperingSuspected", indication.labelTamperingSuspected());
                    json.writeArrayFieldStart("signals");
                    for (Indication.Line line : indication.lines()) {
                        signal(json, line);
                    }
                    json.writeEndArray();
                    json.writeObjectField("contradictions", indication.contradictions());
                    json.writeObjectField("askNext", indication.askNext());
                    json.writeArrayFieldStart("notes");
                    for (Note note : indication.notes()) {
                        note(json, note);
                    }
                    json.writeEndArray();
                    json.writeArrayFieldStart("matches");
                    for (Checked.Match match : checked.matches()) {
                        match(json, match);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    private static void signal(JsonGenerator json, Indication.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", line.code());
        json.writeStringField("analyzer", line.analyzer() + "/" + line.version());
        json.writeStringField("strength", line.strength().name());
        json.writeStringField("strengthName", line.strengthName());
        json.writeNumberField("weight", line.weight());
        json.writeStringField("supports", line.supports());
        json.writeStringField("doesNotProve", line.doesNotProve());
        json.writeArrayFieldStart("regions");
        for (Region region : line.regions()) {
            JsonOut.region(json, region);
        }
        json.writeEndArray();
        json.writeObjectField("facts", line.facts());
        json.writeEndObject();
    }

    private static void note(JsonGenerator json, Note note) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", note.code());
        json.writeStringField("analyzer", note.analyzer() + "/" + note.version());
        json.writeStringField("kind", note.kind().name());
        json.writeStringField("text", note.text());
        json.writeObjectField("facts", note.facts());
        json.writeEndObject();
    }

    private static void match(JsonGenerator json, Checked.Match match) throws IOException {
        Sighting sighting = match.sighting();
        json.writeStartObject();
        json.writeStringField("path", match.path().toString());
        json.writeStringField("kind", sighting.kind().name());
        json.writeStringField("kindName", sighting.kind().zhName());
        json.writeNumberField("distance", sighting.distance());
        json.writeNumberField("agreement", JsonOut.rounded(sighting.agreement()));
        if (sighting.fit().isPresent()) {
            JsonOut.fit(json, sighting.fit().get());
        }
        JsonOut.spots(json, sighting.spots());
        json.writeEndObject();
    }

    @Override
    public void end() {
        out.write(
                json -> {
                    json.writeEndArray();
                    json.writeEndObject();
                });
        out.end();
    }
}
