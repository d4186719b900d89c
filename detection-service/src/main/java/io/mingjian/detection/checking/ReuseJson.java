package io.mingjian.detection.checking;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mingjian.detection.analysis.FilePrints.Gap;
import io.mingjian.detection.reuse.ReuseMatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** One JSON document; its shape is promised in {@code docs/detection-cli.md}. */
final class ReuseJson implements ReuseReport {
    static final String FORMAT = "mingjian-reuse/1";

    private static final String NOT_ALL = "notAllSearched";

    private final JsonOut out;

    ReuseJson(PrintStream out) {
        this.out = new JsonOut(out);
    }

    @Override
    public void begin(int files, int searchable, Map<Path, Gap> gaps) {
        out.write(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeObjectFieldStart("index");
                    json.writeNumberField("files", files);
                    json.writeNumberField("searchable", searchable);
                    gaps(json, "notSearchable", gaps, false);
                    gaps(json, NOT_ALL, gaps, true);
                    json.writeEndObject();
                    json.writeArrayFieldStart("queries");
                });
    }

    private static void gaps(JsonGenerator json, String name, Map<Path, Gap> gaps, boolean inPart)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<Path, Gap> each : gaps.entrySet()) {
            if (each.getValue().inPart() == inPart) {
                json.writeStartObject();
                json.writeStringField("path", each.getKey().toString());
                gap(json, each.getValue());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void gap(JsonGenerator json, Gap gap) throws IOException {
        json.writeStringField("code", gap.code());
        json.writeStringField("reason", gap.zhReason());
    }

    @Override
    public void query(Compared compared) {
        out.write(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("path", compared.path().toString());
                    json.writeStringField("sha256", compared.sha256());
                    json.writeStringField("pdq", compared.pdq());
                    json.writeStringField("outcome", outcome(compared));
                    if (compared.gap().isPresent()) {
                        ofQuery(json, compared.gap().get());
                    }
                    json.writeArrayFieldStart("matches");
                    for (Compared.Match match : compared.matches()) {
                        match(json, match);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    /** The code of a query is promised to say that nothing of it could be looked for. */
    private static void ofQuery(JsonGenerator json, Gap gap) throws IOException {
        if (gap.inPart()) {
            json.writeObjectFieldStart(NOT_ALL);
            gap(json, gap);
            json.writeEndObject();
        } else {
            gap(json, gap);
        }
    }

    private static String outcome(Compared compared) {
        if (compared.isFound()) {
            return "FOUND";
        }
        return compared.isConclusive() ? "NOT_FOUND" : "INCONCLUSIVE";
    }

    private static void match(JsonGenerator json, Compared.Match match) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", match.path().toString());
        json.writeBooleanField("samePicture", match.isSamePicture());
        if (match.match().isEmpty()) {
            json.writeStringField("kind", "IDENTICAL_FILE");
            json.writeStringField("kindName", "文件完全相同");
            json.writeNumberField("distance", 0);
            json.writeNumberField("agreement", 1.0);
        } else {
            ReuseMatch found = match.match().get();
            json.writeStringField("kind", found.kind().name());
            json.writeStringField("kindName", found.kind().zhName());
            json.writeNumberField("distance", found.distance());
            json.writeNumberField("agreement", JsonOut.rounded(found.agreement()));
            JsonOut.fit(json, found.fit());
        }
        JsonOut.spots(json, match.spots());
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
