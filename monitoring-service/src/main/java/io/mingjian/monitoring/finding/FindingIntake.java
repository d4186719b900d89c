package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.finding.FindingCheck.Ground;
import io.mingjian.monitoring.finding.FindingCheck.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON and gives a sound finding or all reasons why it is none. Reading comes before
 * checking: what was taken once is known again by its content, whatever is demanded today.
 */
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

    /** Reads one finding. */
    public Reading read(@Nullable JsonNode item) {
        FindingReader.Reading reading = reader.read(item);
        return reading instanceof FindingReader.Read read
                ? new Legible(read.finding(), sha256(write(read.finding())))
                : new Illegible(((FindingReader.Malformed) reading).errors());
    }

    /** Checks a finding against what its instruction demands and what is known beside it. */
    public Checked check(Legible read, Demands demands, Known known) {
        Result result =
                FindingCheck.of(read.finding(), Ground.shipped(demands, known, clock.instant()));
        return result.errors().isEmpty()
                ? sound(read, result.flags())
                : new Unsound(result.errors());
    }

    private Sound sound(Legible read, List<Flag> flags) {
        Finding finding = read.finding();
        PageUrl url = PageUrl.of(finding.pageUrl()).orElseThrow();
        return new Sound(finding, url.toString(), sameness(finding, url), read.sha256(), flags);
    }

    /**
     * Same page, same subject, same violation: a hint for a person that two findings may be one.
     */
    private static String sameness(Finding finding, PageUrl url) {
        String subject =
                finding.uscc() == null ? SubjectName.of(finding.subjectName()) : finding.uscc();
        return sha256(url.withoutScheme() + "\n" + subject + "\n" + finding.violationType());
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

    /** What came of reading. */
    public sealed interface Reading permits Legible, Illegible {}

    /**
     * A finding that can be checked.
     *
     * @param sha256 over the finding's content; tells a repetition from a change
     */
    public record Legible(Finding finding, String sha256) implements Reading {}

    /** Why the JSON is no finding. */
    public record Illegible(List<FieldError> errors) implements Reading {}

    /** What came of the check. */
    public sealed interface Checked permits Sound, Unsound {}

    /**
     * A finding that is taken.
     *
     * @param normalUrl its page in normal form
     * @param sameness equal for findings about the same page, subject and violation
     * @param sha256 over the finding's content
     * @param flags what the reviewer should look at
     */
    public record Sound(
            Finding finding, String normalUrl, String sameness, String sha256, List<Flag> flags)
            implements Checked {}

    /** All problems of something that is no sound finding. */
    public record Unsound(List<FieldError> errors) implements Checked {}
}
