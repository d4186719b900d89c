package io.mingjian.detection.provenance;

import io.mingjian.detection.provenance.Carrier.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generator's record in one text.
 *
 * @param generator name of the program or service
 * @param carrier where it lies
 * @param prompt what was asked for, without what was asked to be left out; empty when not told
 *     apart
 * @param takesPicture the workflow starts from a picture, so a real photo may have gone in
 * @param isPattern only the layout is known, nothing names the generator
 */
record Trace(
        String generator, Carrier carrier, String prompt, boolean takesPicture, boolean isPattern) {
    private static final Pattern STEPS = Pattern.compile("Steps: \\d+, ");
    private static final List<String> BEHIND_STEPS = List.of("Sampler: ", "Seed: ", "CFG scale: ");
    private static final Pattern JOB_ID =
            Pattern.compile("Job ID: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SIGNATURE = Pattern.compile("Signature: [A-Za-z0-9+/=_-]{40,}");
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";

    static Optional<Trace> in(Carrier carrier, Carriers all) {
        if (carrier.isXmp()) {
            return Optional.empty();
        }
        String text = carrier.text();
        return switch (carrier.keyword()) {
            case "parameters" -> parameters(carrier);
            case "fooocus_scheme" -> named("Fooocus", carrier, "");
            case "UserComment" -> a1111(carrier);
            case "prompt", "workflow" -> comfy(carrier, text);
            case "Make", "Model" -> maker(carrier, text);
            case "invokeai_metadata", "invokeai_graph", "sd-metadata", "Dream" -> invoke(carrier);
            case "Software", "Source" ->
                    text.startsWith("NovelAI") ? novel(carrier, all) : Optional.empty();
            case "Comment" ->
                    Json.object(text).filter(j -> j.has("signed_hash")).isPresent()
                            ? novel(carrier, all)
                            : Optional.empty();
            case "Description" ->
                    JOB_ID.matcher(text).find()
                            ? named("Midjourney", carrier, text)
                            : Optional.empty();
            case "ImageDescription" -> grok(carrier, all);
            default -> Optional.empty();
        };
    }

    static Optional<Trace> in(Carriers.Packet packet) {
        return packet.xmp()
                .value(PHOTOSHOP, "Credit")
                .filter(credit -> credit.equalsIgnoreCase("Made with Google AI"))
                .map(credit -> new Trace("Google AI", packet.carrier(), "", false, true));
    }

    private static Optional<Trace> named(String generator, Carrier carrier, String prompt) {
        return Optional.of(new Trace(generator, carrier, prompt, false, false));
    }

    private static Optional<Trace> parameters(Carrier carrier) {
        Optional<Json> json = Json.object(carrier.text()).filter(j -> j.has("prompt"));
        if (json.isPresent() && carrier.text().stripLeading().startsWith("{")) {
            return named("Fooocus", carrier, json.get().get("prompt").orElse(""));
        }
        return a1111(carrier);
    }

    /**
     * The settings stand behind the first number of steps; no later one is tried in their place.
     */
    private static Optional<Trace> a1111(Carrier carrier) {
        String text = carrier.text();
        Matcher steps = STEPS.matcher(text);
        if (!steps.find()
                || BEHIND_STEPS.stream().noneMatch(name -> text.indexOf(name, steps.end()) >= 0)) {
            return Optional.empty();
        }
        int end = text.indexOf("Negative prompt:");
        String prompt = text.substring(0, end >= 0 ? end : steps.start());
        String generator = text.contains("Version: Fooocus") ? "Fooocus" : "A1111-family";
        return named(generator, carrier, prompt);
    }

    /** Wanted and unwanted words lie in equal nodes of a workflow, so no prompt is told. */
    private static Optional<Trace> comfy(Carrier carrier, String text) {
        boolean graph =
                text.stripLeading().startsWith("{")
                        && (text.contains("\"class_type\"") || text.contains("\"nodes\""));
        if (!graph) {
            return Optional.empty();
        }
        boolean takesPicture = text.contains("\"LoadImage");
        return Optional.of(new Trace("ComfyUI", carrier, "", takesPicture, false));
    }

    private static Optional<Trace> maker(Carrier carrier, String text) {
        if (text.equals("Ideogram AI")) {
            return named("Ideogram", carrier, "");
        }
        if (text.startsWith("workflow:") || text.startsWith("prompt:")) {
            return comfy(carrier, text.substring(text.indexOf(':') + 1));
        }
        return Optional.empty();
    }

    private static Optional<Trace> invoke(Carrier carrier) {
        String prompt =
                Json.object(carrier.text()).flatMap(j -> j.get("positive_prompt")).orElse("");
        return named("InvokeAI", carrier, prompt);
    }

    private static Optional<Trace> novel(Carrier carrier, Carriers all) {
        String prompt = all.named("Description").stream().map(Carrier::text).findFirst().orElse("");
        return named("NovelAI", carrier, prompt);
    }

    private static Optional<Trace> grok(Carrier carrier, Carriers all) {
        boolean artist =
                all.named("Artist").stream()
                        .anyMatch(c -> UUID.matcher(c.text().strip()).matches());
        boolean pattern =
                carrier.place() == Place.EXIF
                        && artist
                        && SIGNATURE.matcher(carrier.text()).lookingAt();
        return pattern
                ? Optional.of(new Trace("xAI Grok", carrier, "", false, true))
                : Optional.empty();
    }
}
