package io.mingjian.detection.analysis;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.finding.Signal;
import io.mingjian.detection.provenance.ImplicitLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one run of the panel saw, in the form in which it is stored and shown.
 *
 * @param signals what was seen
 * @param notes what was looked for without a finding, and why
 * @param labelVerdict what the file's labels amount to
 */
public record PanelReport(List<Signal> signals, List<Note> notes, LabelVerdict labelVerdict) {

    /**
     * An analyzer that saw nothing, could not judge or could not read.
     *
     * @param code stable reason; {@code NOTHING_FOUND} when it looked everywhere
     * @param text one sentence
     */
    public record Note(
            String analyzer,
            int version,
            Kind kind,
            String code,
            String text,
            Map<String, Object> facts) {
        /** The three ways of having no finding; none of them speaks for or against a picture. */
        public enum Kind {
            NOTHING_FOUND,
            NOT_APPLICABLE,
            COULD_NOT_READ
        }

        private static Note of(AnalyzerId by, Kind kind, String code, String text) {
            return new Note(by.name(), by.version(), kind, code, text, Map.of());
        }
    }

    public PanelReport {
        signals = List.copyOf(signals);
        notes = List.copyOf(notes);
    }

    static PanelReport of(List<Finding> findings) {
        List<Signal> signals = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding instanceof Found found) {
                signals.add(Signal.of(found));
            } else {
                notes.add(note(finding));
            }
        }
        return new PanelReport(signals, notes, ImplicitLabel.verdict(findings));
    }

    private static Note note(Finding finding) {
        if (finding instanceof NothingFound nothing) {
            return Note.of(
                    nothing.by(), Note.Kind.NOTHING_FOUND, "NOTHING_FOUND", nothing.zhSummary());
        }
        if (finding instanceof NotApplicable not) {
            return Note.of(not.by(), Note.Kind.NOT_APPLICABLE, not.code(), not.zhReason());
        }
        if (finding instanceof CouldNotRead unread) {
            return new Note(
                    unread.by().name(),
                    unread.by().version(),
                    Note.Kind.COULD_NOT_READ,
                    unread.code(),
                    unread.zhReason(),
                    unread.facts());
        }
        throw new IllegalStateException("a kind of finding that is not known here");
    }

    /** The same with further signals, which no analyzer of the panel saw. */
    PanelReport with(List<Signal> more) {
        List<Signal> all = new ArrayList<>(signals);
        all.addAll(more);
        return new PanelReport(all, notes, labelVerdict);
    }

    boolean hasUnread() {
        return notes.stream().anyMatch(note -> note.kind() == Note.Kind.COULD_NOT_READ);
    }
}
