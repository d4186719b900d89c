package io.mingjian.registry.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.audit.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The texts of all notices, in all versions ({@code templates/notices.yaml}). A kind without a text
 * for one of its addressees, a version twice, or a place that an order need not fill stops the
 * start.
 */
final class Templates {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final List<Template> all;

    private Templates(List<Template> all) {
        this.all = all;
    }

    /** The texts that ship with the service. */
    static Templates shipped() {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/notices.yaml")) {
            return parse(
                    new String(
                            Objects.requireNonNull(in, "templates/notices.yaml").readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @throws IllegalStateException naming every fault
     */
    static Templates parse(String yaml) {
        try {
            List<Template> read = YAML.readValue(yaml, new TypeReference<>() {});
            List<String> faults = faults(read);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("templates: " + String.join("; ", faults));
            }
            return new Templates(List.copyOf(read));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("templates cannot be read", broken);
        }
    }

    /**
     * The text in force on a day: the newest that has begun.
     *
     * @throws IllegalStateException if none has begun
     */
    Template inForceOn(NoticeKind kind, Addressee addressee, LocalDate day) {
        return all.stream()
                .filter(each -> isFor(each, kind, addressee) && !each.validFrom().isAfter(day))
                .max(Comparator.comparing(Template::validFrom))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no text of " + kind + " is in force on " + day));
    }

    /** The text that a notice was made with. */
    Template version(NoticeKind kind, Addressee addressee, int version) {
        return all.stream()
                .filter(each -> isFor(each, kind, addressee) && each.version() == version)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "version " + version + " of " + kind + " is gone"));
    }

    List<Template> all() {
        return all;
    }

    /** What shows whether a version still says what it said. */
    static String sm3(Template template) {
        try {
            return Sm3.hex(
                    JSON.writeValueAsBytes(
                            List.of(
                                    template.kind(),
                                    template.version(),
                                    template.title(),
                                    template.series(),
                                    template.article(),
                                    template.paragraphs().stream()
                                            .map(each -> each.when() + ":" + each.text())
                                            .toList())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isFor(Template each, NoticeKind kind, Addressee addressee) {
        return each.kind() == kind && each.addressees().contains(addressee);
    }

    private static List<String> faults(List<Template> read) {
        List<String> faults = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            for (Addressee addressee : Addressee.values()) {
                faults.addAll(faultsOf(kind, addressee, read));
            }
        }
        for (Template each : read) {
            faults.addAll(faultsOf(each));
        }
        return faults;
    }

    private static List<String> faultsOf(
            NoticeKind kind, Addressee addressee, List<Template> read) {
        List<Template> own = read.stream().filter(each -> isFor(each, kind, addressee)).toList();
        if (own.isEmpty() == kind.mayGoTo(addressee)) {
            return List.of(
                    kind
                            + (own.isEmpty() ? " has no text for " : " may not speak to ")
                            + addressee);
        }
        boolean twice =
                own.stream().map(Template::version).distinct().count() < own.size()
                        || own.stream().map(Template::validFrom).distinct().count() < own.size();
        return twice ? List.of(kind + " has a version or a first day twice") : List.of();
    }

    private static List<String> faultsOf(Template template) {
        List<String> faults = new ArrayList<>();
        for (Template.Paragraph each : template.paragraphs()) {
            String when = each.when();
            if (when != null && !when.equals("due") && !template.kind().knows(when)) {
                faults.add(template.kind() + " has no fact " + when);
            }
            each.places().stream()
                    .filter(place -> !each.isSure(template.kind(), place))
                    .forEach(
                            place ->
                                    faults.add(
                                            template.kind()
                                                    + " v"
                                                    + template.version()
                                                    + " leaves {"
                                                    + place
                                                    + "} open"));
        }
        return faults;
    }
}
