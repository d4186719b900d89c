package io.mingjian.kit.imports;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.table.SheetWriter;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Files that go out. */
public final class Outgoing {
    private Outgoing() {}

    /**
     * @throws Malformed if there is no such format
     */
    public static SheetWriter.Format format(@Nullable String given, SheetWriter.Format usual) {
        return given == null
                ? usual
                : SheetWriter.Format.of(given)
                        .orElseThrow(
                                () ->
                                        new Malformed(
                                                new FieldError(
                                                        "/format",
                                                        "unknown-code",
                                                        "格式可用：csv、xlsx。",
                                                        "Use csv or xlsx.")));
    }

    public static Response file(byte[] bytes, SheetWriter.Format format, String name) {
        return Response.ok(bytes)
                .type(format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + format.suffix() + "\"")
                .build();
    }
}
