package io.mingjian.acceptance.tour;

import io.mingjian.acceptance.actor.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tour brought back, for whoever wants to check it again. */
public record Seen(
        Case genuine,
        Case labelled,
        Case copied,
        List<String> earlierFilings,
        Answer labelledAfterReuse,
        List<Answer> changedCopies,
        Mediated letter,
        Ends mixed,
        Answer selfActivation,
        Answer candidate,
        Answer dismissed,
        Listed listed,
        Loop loop,
        Map<String, Answer> otherDistrict,
        Map<String, Answer> chains) {

    /**
     * One filing with its picture.
     *
     * @param registered answer of the intake door
     * @param queued line of the handler's queue
     * @param filing as the handler saw it with its indication
     * @param analysis as the handler saw it
     * @param decided answer to the decision, if one was taken
     */
    public record Case(
            Answer evidence,
            Answer registered,
            com.fasterxml.jackson.databind.JsonNode queued,
            Answer filing,
            Answer analysis,
            @Nullable Answer decided) {

        Case with(Answer decision) {
            return new Case(evidence, registered, queued, filing, analysis, decision);
        }

        public String evidenceId() {
            return evidence.textAt("/id");
        }

        public String filingId() {
            return filing.textAt("/id");
        }
    }

    /**
     * The letter that ended in a mediation document.
     *
     * @param registered answer of the intake door
     * @param agreed the complaint after both agreed
     * @param documents its notices
     * @param pdf the mediation document for one of the parties
     * @param docx the same
     * @param served each party's after it was handed over
     * @param closed the complaint at its end
     */
    public record Mediated(
            Answer registered,
            Answer agreed,
            Answer documents,
            Answer pdf,
            Answer docx,
            List<Answer> served,
            Answer closed) {}

    /**
     * One person on the abnormal-filer list and off it again.
     *
     * @param states state after each step, by the step's name
     * @param entry when it was listed
     * @param under a complaint that came in meanwhile, as its handler saw it
     * @param accepted the same after its acceptance
     * @param revoked the entry after the objection
     * @param recheck what came out when the complaint was looked at again
     * @param after the complaint afterwards
     */
    public record Listed(
            Map<String, String> states,
            Answer entry,
            Answer under,
            Answer accepted,
            Answer revoked,
            Answer recheck,
            Answer after) {}

    /** How the two parts of a mixed filing ended. */
    public record Ends(Answer complaint, Answer report) {}

    /**
     * The monitoring loop.
     *
     * @param states state of the first lead after each step, by the step's name
     * @param byCity the first lead, closed, as the city sees it, and so on for each party
     * @param others the other leads, closed, as the city sees them
     * @param letter the platform's answer as the first district sees it
     * @param closed the instruction after it closed by itself
     * @param report its closing report
     * @param sheets the same as a workbook
     */
    public record Loop(
            Answer instruction,
            Answer evidence,
            Map<String, String> states,
            Answer byCity,
            Answer byAgency,
            Answer byDistrict,
            Answer byOtherAgency,
            Answer evidenceByDistrict,
            List<Answer> others,
            Answer letter,
            Answer closed,
            Answer report,
            Answer sheets) {

        public String leadId() {
            return byCity.textAt("/lead/id");
        }
    }
}
