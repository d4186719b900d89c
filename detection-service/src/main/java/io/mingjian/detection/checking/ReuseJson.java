package io.mingjian.detection.checking;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mingjian.detection.checking.Compared.Trouble;
import io.mingjian.detection.reuse.ReuseMatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** One JSON document; its shape is promised in {@code docs/detection-cli.md}. */
final class ReuseJson implements ReuseReport {
    static final String FORMAT = "mingjian-reuse/1";

    private final JsonOut out;

    ReuseJson(PrintStream out) {
        this.out = new JsonOut(out);
    }

    @Override
    public void begin(int files, int searchable, Map<Path, Trouble> troubles) {
        out.write(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeObjectFieldStart("index");
                    json.writeNumberField("files", files);
                    json.writeNumberField("searchable", searchable);
                    json.writeArrayFieldStart("notSearchable");
                    for (Map.Entry<Path, Trouble> each : troubles.entrySet()) {
                        json.writeStartObject();
                        json.writeStringField("path", each.getKey().toString());
                        trouble(json, each.getValue());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                    json.writeArrayFieldStart("queries");
                });
    }

    private static void trouble(JsonGenerator json, Trouble trouble) throws IOException {
        json.writeStringField("code", trouble.code());
        json.writeStringField("reason", trouble.zhReason());
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
                    if (compared.trouble().isPresent()) {
                        trouble(json, compared.trouble().get());
                    }
                    json.writeArrayFieldStart("matches");
                    for (Compared.Match match : compared.matches()) {
                        match(json, match);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    private static String outcome(Compared compared) {
        if (compared.matches().stream().anyMatch(Compared.Match::isSamePicture)) {
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
