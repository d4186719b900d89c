package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.SampleFiles;
import io.mingjian.detection.visiblelabel.VisibleLabel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the sample manifest against its expected reading; files that cannot be read to their
 * end are named in {@link #INCONCLUSIVE}.
 */
class LabelSamplesTest {
    /** A hostile picture whose head tells no size, so that its pixels are never asked for. */
    private static final String WITHOUT_SIZE = "real/c2pars-tiff_poc.tiff";

    private static final VisibleLabel VISIBLE = new VisibleLabel();
    private static final List<Analyzer> PANEL =
            List.of(
                    new ImplicitLabel(),
                    new LabelTampering(),
                    new RemoteCredentials(),
                    new SourceType(),
                    new GeneratorTraces(),
                    new InvisibleWatermark(),
                    VISIBLE,
                    new FileHistory());
    private static final AtomicInteger ROWS = new AtomicInteger();
    private static final AtomicInteger OTHERS = new AtomicInteger();

    /** Files whose picture bears a mark that the manifest, made from their bytes, does not name. */
    private static final Map<String, String> DRAWN =
            Map.of(
                    "real/gen-doubao_black_1x1_1.png", "EXPLICIT_LABEL",
                    "real/gen-jimeng_cap_A.png", "AI_MARK",
                    "real/gen-samsung_black_1.png", "EXPLICIT_LABEL");

    /** Files made to be unreadable, and what is said about them. */
    private static final Map<String, String> INCONCLUSIVE =
            Map.of(
                    "real/c2pars-nested_moov_1000.mp4", "LIMIT",
                    "real/c2pars-tiff_poc.tiff", "DAMAGED");

    @TestFactory
    Stream<DynamicTest> everySampleReadsAsExpected() {
        Optional<Path> folder = SampleFiles.folder("labels");
        if (folder.isEmpty()) {
            return Stream.empty();
        }
        return SampleFiles.table(folder.get().resolve("manifest.csv")).stream()
                .filter(row -> isMedia(row.get(0)))
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> check(folder.get(), row)));
    }

    @AfterAll
    static void report() {
        System.out.printf("label samples: %d rows checked%n", ROWS.get());
        System.out.printf("  %d rows are lists of certificates and no media%n", OTHERS.get());
        VISIBLE.close();
    }

    private static boolean isMedia(String name) {
        boolean media = !name.startsWith("trust/");
        if (!media) {
            OTHERS.incrementAndGet();
        }
        return media;
    }

    private static void check(Path folder, List<String> row) {
        byte[] bytes = SampleFiles.bytes(folder.resolve(row.get(0)));
        String expected = row.get(3);
        MediaFile file = MediaFile.open(ByteView.of(bytes)).orElseThrow();
        Optional<EvidencePicture> picture =
                EvidencePicture.open(bytes) instanceof Intake.Accepted accepted
                        ? Optional.of(accepted.picture())
                        : Optional.empty();
        boolean readable = !row.get(0).equals(WITHOUT_SIZE);
        assertThat(picture.isPresent())
                .isEqualTo(readable && MediaKind.PICTURES.contains(file.kind()));
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        PANEL.forEach(a -> findings.put(a.id().name(), findings(a, file, picture)));
        Reading reading = new Reading(findings);
        String broken = INCONCLUSIVE.get(row.get(0));
        if (broken != null) {
            assertThat(reading.unread("implicit-label")).containsExactly(broken);
        } else {
            checkLabel(expected, reading, bytes);
        }
        if (picture.isPresent()) {
            checkCredentials(expected, reading);
        }
        checkGenerator(expected, reading);
        checkSourceType(expected, reading);
        checkHistory(expected, reading);
        checkTampering(expected, reading);
        checkWatermark(expected, reading, picture.isPresent());
        checkVisible(row.get(0), expected, reading);
        ROWS.incrementAndGet();
    }

    private static List<Finding> findings(
            Analyzer analyzer, MediaFile file, Optional<EvidencePicture> picture) {
        if (picture.isPresent()) {
            return analyzer.analyze(picture.get());
        }
        return analyzer instanceof LabelReader reader ? reader.read(file) : List.of();
    }

    private static void checkWatermark(String expected, Reading reading, boolean isPicture) {
        Matcher named = Pattern.compile("watermark=(\\w+)").matcher(expected);
        if (isPicture) {
            assertThat(reading.facts("invisible-watermark", "watermark"))
                    .isEqualTo(named.find() ? List.of(named.group(1)) : List.of());
        }
    }

    private static void checkVisible(String name, String expected, Reading reading) {
        String due = expected.equals("explicit label") ? "EXPLICIT_LABEL" : DRAWN.get(name);
        assertThat(reading.codes("visible-label"))
                .isEqualTo(due == null ? List.of() : List.of(due));
    }

    private static void checkTampering(String expected, Reading reading) {
        List<String> traces = reading.facts("label-tampering", "traces");
        if (expected.contains("code fails its check")) {
            assertThat(traces).containsExactly("[PROVIDER_CODE_FAILS_CHECK]");
        } else if (expected.contains("namespace residue")) {
            assertThat(traces).containsExactly("[NAMESPACE_WITHOUT_LABEL]");
        } else if (expected.startsWith("AIGC")) {
            assertThat(traces).isEmpty();
        }
    }

    private static void checkLabel(String expected, Reading reading, byte[] bytes) {
        LabelVerdict verdict = ImplicitLabel.verdict(reading.of("implicit-label"));
        if (expected.startsWith("rejected: DTD")) {
            assertThat(verdict).isEqualTo(LabelVerdict.INCONCLUSIVE);
            assertThat(reading.unread("implicit-label")).containsExactly("DTD");
        } else if (expected.startsWith("rejected: inflate limit")) {
            assertThat(verdict).isEqualTo(LabelVerdict.INCONCLUSIVE);
            assertThat(reading.unread("implicit-label")).containsExactly("LIMIT");
        } else if (expected.startsWith("AIGC")) {
            checkAigc(expected, verdict, reading);
        } else {
            assertThat(verdict).isEqualTo(LabelVerdict.NONE_FOUND);
            // One sample of another kind also declares the namespace, which its row does not
            // mention.
            boolean declared =
                    new String(bytes, StandardCharsets.ISO_8859_1).contains(LabelScan.NAMESPACE);
            assertThat(reading.codes("implicit-label"))
                    .isEqualTo(declared ? List.of("LABEL_RESIDUE") : List.of());
            assertThat(declared || !expected.contains("namespace residue")).isTrue();
        }
    }

    private static void checkAigc(String expected, LabelVerdict verdict, Reading reading) {
        Matcher label = Pattern.compile("Label\"?[=:]\"?([123])").matcher(expected);
        if (label.find()) {
            LabelVerdict due =
                    switch (label.group(1)) {
                        case "1" -> LabelVerdict.CONFIRMED_BY_METADATA;
                        case "2" -> LabelVerdict.POSSIBLE_DECLARED;
                        default -> LabelVerdict.SUSPECTED_TRACES;
                    };
            assertThat(verdict).isEqualTo(due);
        }
        List<String> deviations = reading.deviations();
        List<String> codes = reading.codes("implicit-label");
        if (expected.startsWith("AIGC {")) {
            Json fields = Json.object(expected.substring(5)).orElseThrow();
            assertThat(reading.first("implicit-label").facts())
                    .containsEntry("fields", fields.values());
            assertThat(reading.producer()).containsEntry("checkDigit", "RIGHT");
        }
        if (expected.contains("valid") || expected.contains("possibly")) {
            assertThat(reading.producer()).containsEntry("checkDigit", "RIGHT");
            assertThat(codes).hasSize(1);
        }
        expect(expected, "propagator differs", deviations, "PROPAGATOR_DIFFERS");
        expect(expected, "producer is a name", deviations, "PRODUCER_IS_NAME");
        expect(expected, "propagator empty", deviations, "PROPAGATOR_EMPTY");
        expect(expected, "with warnings", deviations, "NUMERIC_LABEL");
        expect(expected, "ContentProducer missing", deviations, "PRODUCER_MISSING");
        expect(expected, "schema variant", deviations, "SCHEMA_VARIANT");
        expect(expected, "code fails its check", deviations, "PRODUCER_CODE_FAILS_CHECK");
        expect(expected, "INVALID label value", codes, "GB_LABEL_INVALID");
        expect(expected, "MALFORMED", codes, "GB_LABEL_MALFORMED");
        expect(expected, "DUPLICATE", codes, "GB_LABEL_DUPLICATE");
        expect(expected, "CONFLICT", codes, "GB_LABEL_CONFLICT");
    }

    private static void expect(String expected, String words, List<String> seen, String code) {
        if (expected.contains(words)) {
            assertThat(seen).contains(code);
        }
    }

    private static void checkCredentials(String expected, Reading reading) {
        assertThat(reading.codes("remote-credentials"))
                .isEqualTo(
                        expected.contains("C2PA Remote")
                                ? List.of("CONTENT_CREDENTIALS_REMOTE")
                                : List.of());
    }

    private static void checkGenerator(String expected, Reading reading) {
        Matcher named =
                Pattern.compile(
                                "generator=(A1111-family|ComfyUI|NovelAI|InvokeAI|Fooocus|Midjourney|Google AI|xAI Grok)( \\(stealth\\))?")
                        .matcher(expected);
        List<String> codes = reading.codes("generator-traces");
        if (named.find() && !expected.contains("C2PA(")) {
            assertThat(reading.facts("generator-traces", "generator")).contains(named.group(1));
        } else if (expected.contains("genAIType") || expected.contains("AI edit by Samsung")) {
            assertThat(codes).containsExactly("AI_EDIT_RECORD");
        } else {
            assertThat(codes).isEmpty();
        }
    }

    private static void checkSourceType(String expected, Reading reading) {
        Matcher type = Pattern.compile("dst=(\\w+)").matcher(expected);
        if (type.find()) {
            assertThat(reading.facts("source-type", "digitalSourceType"))
                    .containsExactly(type.group(1));
        } else if (!expected.startsWith("C2PA")) {
            assertThat(reading.codes("source-type")).isEmpty();
        }
    }

    private static void checkHistory(String expected, Reading reading) {
        Matcher editor = Pattern.compile("edited with (\\w+)").matcher(expected);
        if (editor.find()) {
            assertThat(reading.codes("file-history")).contains("EDITOR_SAVED");
            assertThat(String.join(" ", reading.facts("file-history", "software")))
                    .containsIgnoringCase(editor.group(1));
        }
        if (expected.equals("screenshot")) {
            assertThat(reading.codes("file-history")).contains("SCREENSHOT");
        }
    }

    private record Reading(Map<String, List<Finding>> findings) {
        private List<Finding> of(String analyzer) {
            return findings.get(analyzer);
        }

        private Stream<Found> found(String analyzer) {
            return of(analyzer).stream().filter(Found.class::isInstance).map(Found.class::cast);
        }

        private Found first(String analyzer) {
            return found(analyzer).findFirst().orElseThrow();
        }

        private List<String> codes(String analyzer) {
            return found(analyzer).map(Found::code).toList();
        }

        private List<String> facts(String analyzer, String name) {
            return found(analyzer)
                    .filter(f -> f.facts().containsKey(name))
                    .map(f -> String.valueOf(f.facts().get(name)))
                    .toList();
        }

        private List<String> unread(String analyzer) {
            return of(analyzer).stream()
                    .filter(CouldNotRead.class::isInstance)
                    .map(f -> ((CouldNotRead) f).code())
                    .toList();
        }

        @SuppressWarnings("unchecked")
        private List<String> deviations() {
            List<String> all = new ArrayList<>();
            found("implicit-label")
                    .filter(f -> f.facts().containsKey("deviations"))
                    .forEach(f -> all.addAll((List<String>) f.facts().get("deviations")));
            return all;
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> producer() {
            return (Map<String, Object>) first("implicit-label").facts().get("producer");
        }
    }
}
