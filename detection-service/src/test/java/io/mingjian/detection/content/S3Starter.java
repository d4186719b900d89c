package io.mingjian.detection.content;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** Starts the server; loaded apart from everything else by {@link S3Server}. */
public final class S3Starter {
    private S3Starter() {}

    /** Serves a folder; what comes back ends it. */
    public static AutoCloseable start(
            String folder, String bucket, String address, String key, String secret)
            throws Exception {
        Properties where = new Properties();
        where.setProperty("jclouds.filesystem.basedir", folder);
        BlobStoreContext context =
                ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
                        .credentials(key, secret)
                        .overrides(where)
                        .build(BlobStoreContext.class);
        context.getBlobStore().createContainerInLocation(null, bucket);
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(context.getBlobStore())
                        .endpoint(URI.create(address))
                        .awsAuthentication(AuthenticationType.AWS_V4, key, secret)
                        .ignoreUnknownHeaders(true)
                        .build();
        server.start();
        return () -> {
            server.stop();
            context.close();
        };
    }
}
