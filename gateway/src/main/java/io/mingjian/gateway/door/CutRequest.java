package io.mingjian.gateway.door;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer ends visibly for everyone when it is broken off. In HTTP/1.1 a plain reset
 * marks the answer as closed before anybody who waits for its end is told; the count of open
 * requests would never come back to zero and each shutdown would wait in vain. Closing the
 * connection tells all.
 */
final class CutRequest extends HttpServerRequestWrapper {
    private final HttpServerResponse response;

    CutRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response =
                request.version() == HttpVersion.HTTP_2
                        ? request.response()
                        : new CutResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class CutResponse extends AbstractResponseWrapper {
        private final HttpServerRequest request;

        CutResponse(HttpServerRequest request) {
            super(request.response());
            this.request = request;
        }

        @Override
        public boolean reset() {
            return reset(0);
        }

        @Override
        public boolean reset(long code) {
            request.connection().close();
            return true;
        }
    }
}
