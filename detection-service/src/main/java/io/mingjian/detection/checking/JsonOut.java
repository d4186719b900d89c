package io.mingjian.detection.checking;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.analysis.Spots;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.reuse.Fit;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One JSON document, written piece by piece. */
final class JsonOut {
    private final JsonGenerator json;

    /** A step of writing. */
    interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    JsonOut(PrintStream out) {
        try {
            json =
                    new ObjectMapper()
                            .createGenerator(out)
                            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                            .useDefaultPrettyPrinter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Writing writing) {
        try {
            writing.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How one picture lies on the other. */
    static void fit(JsonGenerator json, Fit fit) throws IOException {
        json.writeNumberField("inliers", fit.inliers());
        json.writeStringField("turn", fit.turn().name());
        json.writeStringField("turnName", fit.turn().zhName());
        json.writeArrayFieldStart("transform");
        for (double number : fit.transform()) {
            json.writeNumber(rounded(number));
        }
        json.writeEndArray();
        region(json, "here", fit.here());
        region(json, "there", fit.there());
    }

    /** Which second of a film, which picture of a document; nothing of two pictures. */
    static void spots(JsonGenerator json, Spots spots) throws IOException {
        number(json, "second", spots.second());
        number(json, "otherSecond", spots.otherSecond());
        text(json, "place", spots.place());
        text(json, "otherPlace", spots.otherPlace());
    }

    private static void number(JsonGenerator json, String name, @Nullable Double number)
            throws IOException {
        if (number != null) {
            json.writeNumberField(name, number);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String text)
            throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }

    static void region(JsonGenerator json, String name, Region region) throws IOException {
        json.writeFieldName(name);
        region(json, region);
    }

    static void region(JsonGenerator json, Region region) throws IOException {
        json.writeStartObject();
        json.writeNumberField("x", rounded(region.x()));
        json.writeNumberField("y", rounded(region.y()));
        json.writeNumberField("width", rounded(region.width()));
        json.writeNumberField("height", rounded(region.height()));
        json.writeEndObject();
    }

    /** A millionth of a picture's side is less than any pixel. */
    static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }

    /** Ends the document. */
    void end() {
        write(
                written -> {
                    written.writeRaw('\n');
                    written.flush();
                });
    }
}
