package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of the sample manifest that says something about content credentials, against the
 * reading of the reference tool: state, failures, manifests, generator, issuer, time, actions.
 */
class C2paSamplesTest {
    private static final Pattern READING =
            Pattern.compile(
                    "C2PA\\(anchors=official\\+test\\) state=(?<state>\\w+)"
                            + " failures=\\[(?<failures>.*?)] manifests=(?<manifests>\\d+)"
                            + " generator=(?<generator>.*?) issuer=(?<issuer>.*?)"
                            + " time=(?<time>\\S+) actions=\\[(?<actions>.*?)]");
    private static final Set<String> ABOUT_THE_SIGNER =
            Set.of("signingCredential.expired", "signingCredential.untrusted");
    private static final AtomicInteger COMPARED = new AtomicInteger();

    /** One value of one row in which this verifier differs from the reference tool on purpose. */
    private record Deviation(String row, String field, String ours, String reason) {}

    private static final List<Deviation> DEVIATIONS =
            List.of(
                    new Deviation(
                            "real/c2pars-C_with_CAWG_data.jpg",
                            "failures",
                            "[]",
                            "An identity assertion of another specification (CAWG) is not judged."),
                    new Deviation(
                            "real/c2pars-C_with_CAWG_data.jpg",
                            "state",
                            "TRUSTED",
                            "As above: its untrusted certificate is not the signer's."),
                    new Deviation(
                            "real/c2papub-adobe-20220124-E-clm-CAICAI.jpg",
                            "failures",
                            "[assertion.hashedURI.mismatch, ingredient.manifest.missing]",
                            "The missing manifest is told once, where the link to it stands."),
                    new Deviation(
                            "real/c2papub-truepic-20230212-camera.jpg",
                            "state",
                            "BROKEN",
                            "The hash agrees but leaves the camera data out: nothing shows that the"
                                    + " file changed."));

    @TestFactory
    Stream<DynamicTest> everyRowReadsAsTheReferenceToolDoes() {
        Optional<Path> folder = SampleFiles.folder("labels");
        if (folder.isEmpty()) {
            return Stream.empty();
        }
        CredentialVerifier verifier = new CredentialVerifier(TestTrust.withTestRoots(folder.get()));
        return SampleFiles.table(folder.get().resolve("manifest.csv")).stream()
                .filter(row -> row.get(3).contains("C2PA"))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get(0), () -> check(verifier, folder.get(), row)));
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "content credentials: %d rows compared, deviations:%n%s%n",
                COMPARED.get(),
                DEVIATIONS.stream()
                        .map(d -> "  %s %s: %s".formatted(d.row(), d.field(), d.reason()))
                        .collect(Collectors.joining("\n")));
    }

    private static void check(CredentialVerifier verifier, Path folder, List<String> row) {
        ByteView file = ByteView.of(SampleFiles.bytes(folder.resolve(row.get(0))));
        CredentialReport report = verifier.verify(file);
        String expected = row.get(3);
        Matcher reading = READING.matcher(expected);
        if (reading.find()) {
            assertThat(ours(report)).isEqualTo(theirs(row.get(0), reading));
        } else {
            assertThat(report.state()).isEqualTo(unread(expected));
            assertThat(report.manifests()).isEmpty();
        }
        COMPARED.incrementAndGet();
    }

    /** What the reference tool refuses is unsupported, or too deep to be read. */
    private static CredentialState unread(String expected) {
        if (expected.contains("could not be parsed")) {
            return CredentialState.INCONCLUSIVE;
        }
        return expected.contains("C2PA Other") ? CredentialState.UNSUPPORTED : CredentialState.NONE;
    }

    private static Map<String, String> ours(CredentialReport report) {
        ManifestReport active = report.active().orElseThrow();
        Map<String, String> ours = new TreeMap<>();
        ours.put("state", report.state().name());
        ours.put("failures", failures(report).toString());
        ours.put("manifests", String.valueOf(report.manifests().size()));
        ours.put("generator", active.generator());
        ours.put("issuer", active.issuer().orElse("None"));
        ours.put("time", active.time().map(Instant::toString).orElse("None"));
        ours.put("actions", actions(report).toString());
        return ours;
    }

    private static Set<String> failures(CredentialReport report) {
        Set<String> failures = new TreeSet<>();
        for (ManifestReport manifest : report.manifests()) {
            String prefix = manifest.role() == ManifestReport.Role.ACTIVE ? "" : "ING:";
            manifest.codes().stream()
                    .filter(ValidationCode::isFailure)
                    .forEach(code -> failures.add(prefix + code.status().code()));
        }
        return failures;
    }

    private static Set<String> actions(CredentialReport report) {
        return report.manifests().stream()
                .flatMap(manifest -> manifest.actions().stream())
                .map(a -> a.name() + a.digitalSourceType().map(type -> "=" + type).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> theirs(String row, Matcher reading) {
        Set<String> failures = list(reading.group("failures"));
        String time = reading.group("time");
        Map<String, String> theirs = new TreeMap<>();
        theirs.put("state", state(reading.group("state"), failures));
        theirs.put("failures", failures.toString());
        theirs.put("manifests", reading.group("manifests"));
        theirs.put("generator", reading.group("generator"));
        theirs.put("issuer", reading.group("issuer"));
        theirs.put(
                "time",
                time.equals("None") ? time : OffsetDateTime.parse(time).toInstant().toString());
        theirs.put("actions", list(reading.group("actions")).toString());
        DEVIATIONS.stream()
                .filter(deviation -> deviation.row().equals(row))
                .forEach(
                        deviation ->
                                assertThat(theirs.put(deviation.field(), deviation.ours()))
                                        .as("a deviation that is none any more")
                                        .isNotEqualTo(deviation.ours()));
        return theirs;
    }

    /** The reference tool knows three states; its failures tell ours apart. */
    private static String state(String theirs, Set<String> failures) {
        Set<String> others = new TreeSet<>(failures);
        others.removeAll(ABOUT_THE_SIGNER);
        CredentialState state =
                switch (theirs) {
                    case "Trusted" -> CredentialState.TRUSTED;
                    case "Valid" -> CredentialState.VALID_UNTRUSTED;
                    case "Invalid" -> {
                        if (others.isEmpty()) {
                            yield CredentialState.EXPIRED_UNTIMED;
                        }
                        yield others.stream().allMatch(f -> f.matches("assertion\\.\\w+Hash.*"))
                                ? CredentialState.TAMPERED
                                : CredentialState.BROKEN;
                    }
                    default -> throw new AssertionError("unknown state " + theirs);
                };
        return state.name();
    }

    private static Set<String> list(String python) {
        return Arrays.stream(python.split(", "))
                .map(item -> item.replace("'", ""))
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
