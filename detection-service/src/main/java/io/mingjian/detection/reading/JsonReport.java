package io.mingjian.detection.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** One JSON document, written file by file; its shape is promised in {@code docs/provenance.md}. */
final class JsonReport implements Report {
    static final String FORMAT = "mingjian-read/1";

    private final JsonGenerator json;

    JsonReport(PrintStream out) {
        try {
            json =
                    new ObjectMapper()
                            .createGenerator(out)
                            .disable(closing())
                            .useDefaultPrettyPrinter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonGenerator.Feature closing() {
        return JsonGenerator.Feature.AUTO_CLOSE_TARGET;
    }

    @Override
    public void begin() {
        write(
                () -> {
                    json.writeStartObject();
                    json.writeStringField("format", FORMAT);
                    json.writeArrayFieldStart("files");
                });
    }

    @Override
    public void file(FileReading reading) {
        write(
                () -> {
                    json.writeStartObject();
                    json.writeStringField("path", reading.path().toString());
                    json.writeNumberField("bytes", reading.bytes());
                    json.writeStringField("sha256", reading.sha256());
                    json.writeStringField("kind", reading.kind().map(Enum::name).orElse("UNKNOWN"));
                    json.writeObjectField("media", reading.facts().byName());
                    json.writeStringField("outcome", reading.outcome().name());
                    json.writeStringField("labelVerdict", reading.verdict().name());
                    json.writeArrayFieldStart("findings");
                    for (Entry entry : reading.entries()) {
                        finding(entry);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    private void finding(Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", entry.code());
        json.writeStringField("outcome", entry.outcome().name());
        json.writeStringField("reader", entry.reader());
        json.writeObjectField("strength", entry.strength());
        json.writeObjectField("where", entry.where());
        json.writeObjectField("value", entry.value());
        json.writeStringField("supports", entry.supports());
        json.writeStringField("doesNotProve", entry.doesNotProve());
        json.writeObjectField("facts", entry.facts());
        json.writeEndObject();
    }

    @Override
    public void end() {
        write(
                () -> {
                    json.writeEndArray();
                    json.writeEndObject();
                    json.writeRaw('\n');
                    json.flush();
                });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
