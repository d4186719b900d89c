package io.mingjian.detection.verifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjian.detection.bundle.AuditHead;
import io.mingjian.detection.bundle.Flaw;
import io.mingjian.detection.bundle.Verdict;
import io.mingjian.detection.bundle.Verdict.Publication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict for machines; members are only ever added. */
record JsonReport(Verdict verdict) {
    private static final String FORMAT = "mingjian-verification/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private record Document(
            String format,
            Verdict.State verdict,
            String verdictName,
            List<Fault> flaws,
            @Nullable Bundle bundle,
            Verdict.@Nullable Signer signer,
            Verdict.@Nullable Time time,
            @Nullable Head head,
            List<Head> heads,
            List<Verdict.Kept> pieces,
            String supports,
            String doesNotProve) {}

    private record Fault(
            Flaw.Kind kind,
            String kindName,
            @Nullable String entry,
            @Nullable Long offset,
            String what) {
        static Fault of(Flaw flaw) {
            return new Fault(
                    flaw.kind(), flaw.kind().zhName(), flaw.entry(), flaw.offset(), flaw.what());
        }
    }

    private record Bundle(String id, String createdAt, String organisation, String purpose) {}

    private record Head(
            long number,
            String day,
            String closedAt,
            String hash,
            boolean published,
            Publication publication) {
        static Head of(Verdict.Head compared) {
            AuditHead head = compared.head();
            return new Head(
                    head.number(),
                    head.day(),
                    head.closedAt(),
                    head.hash(),
                    compared.publication() == Publication.PUBLISHED,
                    compared.publication());
        }
    }

    byte[] bytes() {
        try {
            return (MAPPER.writeValueAsString(document()) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict is plain data", e);
        }
    }

    private Document document() {
        return new Document(
                FORMAT,
                verdict.state(),
                verdict.state().zhName(),
                verdict.flaws().stream().map(Fault::of).toList(),
                bundle(),
                verdict.signer(),
                verdict.time(),
                head(),
                verdict.heads().stream().map(Head::of).toList(),
                verdict.pieces(),
                Words.SUPPORTS,
                Words.DOES_NOT_PROVE);
    }

    private @Nullable Bundle bundle() {
        return verdict.manifest() == null
                ? null
                : new Bundle(
                        verdict.manifest().bundleId(),
                        verdict.manifest().createdAt(),
                        verdict.manifest().request().organisation(),
                        verdict.manifest().request().purpose());
    }

    private @Nullable Head head() {
        Verdict.Head newest = verdict.newest();
        return newest == null ? null : Head.of(newest);
    }
}
