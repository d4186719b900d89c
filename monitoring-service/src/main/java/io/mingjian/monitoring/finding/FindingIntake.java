package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.finding.FindingReader.Malformed;
import io.mingjian.monitoring.finding.FindingReader.Read;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes JSON and gives a sound finding or all reasons why it is none. */
@ApplicationScoped
public class FindingIntake {
    private final ObjectMapper json;
    private final FindingReader reader;
    private final Clock clock;

    FindingIntake(ObjectMapper json, Clock clock) {
        this.json = json;
        this.reader = new FindingReader(json);
        this.clock = clock;
    }

    /** Reads and checks one finding against what its instruction demands. */
    public Checked check(@Nullable JsonNode item, Set<OutputField> required) {
        FindingReader.Reading reading = reader.read(item);
        return reading instanceof Read read
                ? check(read.finding(), required)
                : new Unsound(((Malformed) reading).errors());
    }

    private Checked check(Finding finding, Set<OutputField> required) {
        List<FieldError> errors =
                FindingCheck.problemsOf(finding, required, ViolationTypes.SHIPPED, clock.instant());
        return errors.isEmpty() ? sound(finding) : new Unsound(errors);
    }

    private Sound sound(Finding finding) {
        PageUrl url = PageUrl.of(finding.pageUrl()).orElseThrow();
        return new Sound(finding, url.toString(), sameness(finding, url), sha256(write(finding)));
    }

    /**
     * Same page, same subject, same violation: a hint for a person that two findings may be one.
     */
    private static String sameness(Finding finding, PageUrl url) {
        String subject = finding.uscc() == null ? name(finding.subjectName()) : finding.uscc();
        return sha256(url.withoutScheme() + "\n" + subject + "\n" + finding.violationType());
    }

    private static String name(@Nullable String written) {
        return written == null
                ? ""
                : Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .toLowerCase(Locale.ROOT);
    }

    private String write(Finding finding) {
        try {
            return json.writeValueAsString(finding);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a finding is always writable", impossible);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** What came of the check. */
    public sealed interface Checked permits Sound, Unsound {}

    /**
     * A finding without a format problem.
     *
     * @param normalUrl its page in normal form
     * @param sameness equal for findings about the same page, subject and violation
     * @param sha256 over the finding's content; tells a repetition from a change
     */
    public record Sound(Finding finding, String normalUrl, String sameness, String sha256)
            implements Checked {}

    /** All format problems of something that is no sound finding. */
    public record Unsound(List<FieldError> errors) implements Checked {}
}
