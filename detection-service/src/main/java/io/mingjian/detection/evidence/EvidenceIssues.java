package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.Looks.Look;
import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * The face that this room shows to those who make something out of the copy of a piece and give it
 * out. It is made in the caller's turn of the drawing threads, and each time leaves a line in the
 * chain of custody and in the audit before the first byte goes out.
 */
@ApplicationScoped
public class EvidenceIssues {
    private final Looks looks;

    EvidenceIssues(Looks looks) {
        this.looks = looks;
    }

    /** Draws copies of the piece, as JPEG without metadata. */
    public interface Copies {
        /**
         * A copy; empty where the content was destroyed or nothing can be shown.
         *
         * @param longestSide in pixels; a smaller picture is not made larger
         */
        Optional<byte[]> jpeg(int longestSide) throws IOException;
    }

    /** Makes what is given out; runs on a drawing thread and may block. */
    public interface Making {
        byte[] make(Copies copies) throws IOException;
    }

    /**
     * What is given out.
     *
     * @param export taken away, not only looked at
     * @param purpose as the person said it
     * @param what is given out, for the chain of custody
     */
    public record Issue(boolean export, String purpose, String what) {}

    /** Makes and gives it out, for a caller who may see the evidence. */
    public Uni<byte[]> issue(Caller caller, UUID id, Issue issue, Making making) {
        String purpose = Purpose.of(issue.purpose());
        Look look =
                issue.export()
                        ? Look.export(purpose, issue.what())
                        : Look.view(purpose, issue.what());
        return looks.made(caller, id, look, making);
    }
}
