package io.mingjian.detection.evidence;

import jakarta.ws.rs.core.Response;

/** Answers with bytes of evidence in them: a browser may show them and do nothing else. */
final class Sealed {
    private Sealed() {}

    static Response.ResponseBuilder answer(byte[] bytes, String mediaType) {
        return Response.ok(bytes, mediaType)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
