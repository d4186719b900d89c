package io.mingjian.monitoring;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Counts bodies that do not say how large they are, and reads no more of one than it may have. A
 * JSON text is held in memory as a whole anyway.
 */
@Provider
public class CountedBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (body.getProperty(AnnouncedBody.MOST) instanceof Long most) {
            byte[] read = body.getInputStream().readNBytes(Math.toIntExact(most + 1));
            if (read.length > most) {
                throw AnnouncedBody.tooLarge(most);
            }
            body.setInputStream(new ByteArrayInputStream(read));
        }
        return body.proceed();
    }
}
