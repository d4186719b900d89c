package io.mingjian.detection.provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Protection data of an implicit label ({@code SecurityData}, TC260-PG-202511A): a signature over
 * three of its fields and the public key to it, both in the file. A good signature therefore shows
 * that these three fields are as they were signed, and says nothing about who signed.
 *
 * @param field {@code ReservedCode1} (producer) or {@code ReservedCode2} (propagator)
 * @param algorithm object identifier as written
 * @param check what came of verifying
 */
record SecurityData(String field, String algorithm, Check check) {
    static final String SM3_WITH_SM2 = "1.2.156.10197.1.501";
    private static final List<String> FIELDS = List.of("ReservedCode1", "ReservedCode2");

    /** What came of verifying. */
    enum Check {
        /** The signature fits the three fields and the key in the file. */
        FITS,
        /** It does not, or algorithm, key or signature are of a kind that is not known. */
        UNVERIFIABLE
    }

    static List<SecurityData> in(GbLabel label) {
        return FIELDS.stream().flatMap(field -> in(label, field).stream()).toList();
    }

    private static Optional<SecurityData> in(GbLabel label, String field) {
        return Json.object(label.fields().getOrDefault(field, ""))
                .flatMap(json -> json.get("SecurityData"))
                .flatMap(Json::object)
                .map(data -> of(field, data, label.fields()));
    }

    private static SecurityData of(String field, Json data, Map<String, String> label) {
        List<Json> parts =
                data.get("PubSD").or(() -> data.get("PubSd")).map(Json::objects).orElse(List.of());
        Optional<Json> signature = part(parts, "DS");
        String algorithm = signature.flatMap(part -> part.get("AlgID")).orElse("");
        boolean fits =
                algorithm.equals(SM3_WITH_SM2)
                        && Sm2Signature.fits(
                                message(label, field),
                                signature.flatMap(part -> part.get("Signature")).orElse(""),
                                part(parts, "PubKey")
                                        .flatMap(part -> part.get("KeyValue"))
                                        .orElse(""));
        return new SecurityData(field, algorithm, fits ? Check.FITS : Check.UNVERIFIABLE);
    }

    private static Optional<Json> part(List<Json> parts, String type) {
        return parts.stream().filter(part -> part.get("Type").orElse("").equals(type)).findFirst();
    }

    /** Annex A.1: the three fields as they stand in the label, without braces. */
    private static String message(Map<String, String> label, String field) {
        boolean producer = field.equals("ReservedCode1");
        String who = producer ? "ContentProducer" : "ContentPropagator";
        String number = producer ? "ProduceID" : "PropagateID";
        return "\"Label\":\"%s\",\"%s\":\"%s\",\"%s\":\"%s\""
                .formatted(
                        label.getOrDefault("Label", ""),
                        who,
                        label.getOrDefault(who, ""),
                        number,
                        label.getOrDefault(number, ""));
    }
}
