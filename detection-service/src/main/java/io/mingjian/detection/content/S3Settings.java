package io.mingjian.detection.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where the bucket is and who may write there; asked for only where S3 is chosen. */
@ConfigMapping(prefix = "mingjian.evidence.s3")
interface S3Settings {
    /** Address of an S3-speaking store; without it Amazon's own in the region. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> bucket();

    /** {@code https://host/bucket/key}, as most stores but Amazon's want it. */
    @WithDefault("true")
    boolean pathStyle();

    Optional<String> accessKey();

    Optional<String> secretKey();
}
