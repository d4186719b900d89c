package io.mingjian.detection.preservation;

import io.mingjian.detection.bundle.Hashes;
import io.mingjian.detection.bundle.Manifest.TimeEvidence.Absence;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks the configured authority for time stamps (RFC 3161 over HTTP). Blocks. */
@ApplicationScoped
class TimeStampAuthority {
    private static final Logger LOG = Logger.getLogger(TimeStampAuthority.class);
    private static final int NONCE_BITS = 64;

    private final Optional<URI> address;
    private final Duration patience;
    private final HttpClient http;
    private final SecureRandom random = new SecureRandom();

    TimeStampAuthority(
            @ConfigProperty(name = "mingjian.preservation.tsa") Optional<URI> address,
            @ConfigProperty(name = "mingjian.preservation.tsa-patience") Duration patience) {
        this.address = address;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** A time stamp, or why there is none. */
    sealed interface Answer {
        record Stamped(byte[] token) implements Answer {}

        record Unstamped(Absence why) implements Answer {}
    }

    /** Where time stamps come from; an empty text if that is not configured. */
    String address() {
        return address.map(URI::toString).orElse("");
    }

    /** Never fails: an authority that is away must not cost the bundle. */
    Answer stamp(byte[] document) {
        if (address.isEmpty()) {
            return new Answer.Unstamped(Absence.NOT_CONFIGURED);
        }
        TimeStampRequest request = request(document);
        try {
            return new Answer.Stamped(token(request, ask(address.get(), request)));
        } catch (TSPException | BadAnswer | RuntimeException e) {
            // The library answers foreign bytes with exceptions of many kinds.
            LOG.warnf("no time stamp, the authority's answer is not usable: %s", e);
            return new Answer.Unstamped(Absence.BAD_ANSWER);
        } catch (IOException | TimeoutException e) {
            LOG.warnf("no time stamp, the authority is away: %s", e);
            return new Answer.Unstamped(Absence.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unstamped(Absence.UNREACHABLE);
        }
    }

    /** Something else than a time stamp came back. */
    private static final class BadAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        BadAnswer(String what) {
            super(what);
        }
    }

    private TimeStampRequest request(byte[] document) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(
                TSPAlgorithms.SHA256,
                HexFormat.of().parseHex(Hashes.of(document).sha256()),
                new BigInteger(NONCE_BITS, random));
    }

    /** The answer as a whole must be there in time, however slowly it trickles in. */
    private byte[] ask(URI authority, TimeStampRequest request)
            throws IOException, TimeoutException, InterruptedException, BadAnswer {
        HttpRequest question =
                HttpRequest.newBuilder(authority)
                        .timeout(patience)
                        .header("Content-Type", "application/timestamp-query")
                        .header("Accept", "application/timestamp-reply")
                        .POST(BodyPublishers.ofByteArray(request.getEncoded()))
                        .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(question, head -> new LimitedBody());
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new BadAnswer("status " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** In the one form in which a bundle keeps it. */
    private static byte[] token(TimeStampRequest request, byte[] body)
            throws TSPException, IOException, BadAnswer {
        TimeStampResponse response;
        try {
            response = new TimeStampResponse(body);
        } catch (IOException e) {
            throw new BadAnswer("not a time stamp response");
        }
        response.validate(request);
        if (response.getTimeStampToken() == null) {
            throw new BadAnswer("status " + response.getStatus() + " without a token");
        }
        return response.getTimeStampToken()
                .toCMSSignedData()
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DER);
    }
}
