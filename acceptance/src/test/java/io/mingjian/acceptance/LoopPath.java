package io.mingjian.acceptance;

import java.util.List;
import java.util.stream.Stream;

/** The ways that a lead takes through the loop while parts of the stack die. */
enum LoopPath {
    STRAIGHT(received(Act.VERIFY, Act.DISPOSE, Act.FEED_BACK, Act.CLOSE)),
    /** The district is not competent; another one gets the lead. */
    GIVEN_BACK(
            received(
                    Act.REQUEST_RETURN,
                    Act.ASSIGN_ANEW,
                    Act.RECEIVE,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** The city is not content with what was fed back. */
    REWORKED(
            received(
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.RETURN_FOR_REWORK,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** It comes with four others that nobody has looked at by the end. */
    BATCHED(
            List.of(
                    Act.SUBMIT_BATCH,
                    Act.QUALIFY,
                    Act.ASSIGN,
                    Act.RECEIVE,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** It stands in the first row of a file. */
    IMPORTED(
            List.of(
                    Act.UPLOAD_FILE,
                    Act.READING_BY_ITSELF,
                    Act.CONFIRM_FILE,
                    Act.ENTERING_BY_ITSELF,
                    Act.QUALIFY,
                    Act.ASSIGN,
                    Act.RECEIVE,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** The city finds that it is of no use. */
    OF_NO_USE(List.of(Act.SUBMIT, Act.DISQUALIFY)),
    /** It repeats a finding that came just before. */
    REPEATED(List.of(Act.SUBMIT, Act.MARK_DUPLICATE)),
    /** It ended as the repetition of another, which is of no use itself, and stands again. */
    REOPENED(
            List.of(
                    Act.SUBMIT,
                    Act.MARK_DUPLICATE,
                    Act.REOPEN,
                    Act.DISQUALIFY_THE_OTHER,
                    Act.QUALIFY,
                    Act.ASSIGN,
                    Act.RECEIVE,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** The agency declines; no finding comes. */
    DECLINED(List.of(Act.ISSUE, Act.DECLINE)),
    /** The finding was not whole when it came in. */
    SUPPLEMENTED(
            List.of(
                    Act.SUBMIT,
                    Act.RETURN_FOR_SUPPLEMENT,
                    Act.SUPPLEMENT,
                    Act.QUALIFY,
                    Act.ASSIGN,
                    Act.RECEIVE,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    TAKEN_OVER(received(Act.TAKE_OVER, Act.DISPOSE, Act.FEED_BACK, Act.CLOSE)),
    /** No district is competent: the city looks into it without assigning it first. */
    OUTSIDE(List.of(Act.SUBMIT, Act.QUALIFY, Act.TAKE_OVER, Act.DISPOSE, Act.FEED_BACK, Act.CLOSE)),
    /** A platform is asked for help and answers. */
    HELPED(
            received(
                    Act.VERIFY,
                    Act.DRAFT_LETTER,
                    Act.ISSUE_LETTER,
                    Act.ANSWER_LETTER,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** The platform answers when another bureau has the lead, and the letter with it. */
    HELPED_ELSEWHERE(
            received(
                    Act.DRAFT_LETTER,
                    Act.ISSUE_LETTER,
                    Act.REQUEST_RETURN,
                    Act.ASSIGN_ANEW,
                    Act.RECEIVE,
                    Act.ANSWER_LETTER,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** The lead also shows the conduct of a filer. */
    REFERRED(received(Act.VERIFY, Act.REFER, Act.DISPOSE, Act.FEED_BACK, Act.CLOSE)),
    EXTENDED(
            received(
                    Act.VERIFY,
                    Act.REQUEST_EXTENSION,
                    Act.EXTEND,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.CLOSE)),
    /** An instruction of its own, which is amended, closes by itself and is reported on. */
    COMPLETED(
            List.of(
                    Act.ISSUE,
                    Act.ACKNOWLEDGE,
                    Act.AMEND,
                    Act.ACKNOWLEDGE_AMENDMENT,
                    Act.SUBMIT,
                    Act.QUALIFY,
                    Act.ASSIGN,
                    Act.RECEIVE,
                    Act.VERIFY,
                    Act.DISPOSE,
                    Act.FEED_BACK,
                    Act.COMPLETE,
                    Act.CLOSE,
                    Act.CLOSING_BY_ITSELF,
                    Act.REPORT));

    /** One kind of request, or of waiting for what happens by itself. */
    enum Act {
        ISSUE,
        ACKNOWLEDGE,
        DECLINE,
        AMEND,
        ACKNOWLEDGE_AMENDMENT,
        SUBMIT("SUBMIT", "SUBMITTED"),
        SUBMIT_BATCH("SUBMIT", "SUBMITTED"),
        UPLOAD_FILE,
        READING_BY_ITSELF,
        CONFIRM_FILE,
        ENTERING_BY_ITSELF("SUBMIT", "SUBMITTED"),
        DISQUALIFY("DISQUALIFY", "UNQUALIFIED"),
        MARK_DUPLICATE("MARK_DUPLICATE", "DUPLICATE"),
        REOPEN("REOPEN", "SUBMITTED"),
        DISQUALIFY_THE_OTHER,
        RETURN_FOR_SUPPLEMENT("RETURN_FOR_SUPPLEMENT", "RETURNED_FOR_SUPPLEMENT"),
        SUPPLEMENT("RESUBMIT", "SUBMITTED"),
        QUALIFY("QUALIFY", "QUALIFIED"),
        ASSIGN("ASSIGN", "ASSIGNED"),
        RECEIVE("RECEIVE", "RECEIVED"),
        REQUEST_RETURN("REQUEST_RETURN", "RETURN_REQUESTED"),
        ASSIGN_ANEW("ASSIGN", "ASSIGNED"),
        TAKE_OVER("TAKE_OVER", "VERIFYING"),
        VERIFY("VERIFY", "VERIFYING"),
        REQUEST_EXTENSION("REQUEST_EXTENSION", "VERIFYING"),
        EXTEND("EXTEND", "VERIFYING"),
        DRAFT_LETTER,
        ISSUE_LETTER,
        ANSWER_LETTER,
        REFER,
        DISPOSE("DISPOSE", "DISPOSED"),
        FEED_BACK("FEED_BACK", "FEEDBACK_SUBMITTED"),
        RETURN_FOR_REWORK("RETURN_FOR_REWORK", "RETURNED_FOR_REWORK"),
        CLOSE("CLOSE", "CLOSED"),
        COMPLETE,
        CLOSING_BY_ITSELF,
        REPORT;

        private final String step;
        private final String state;

        Act() {
            this("", "");
        }

        Act(String step, String state) {
            this.step = step;
            this.state = state;
        }

        /** Whether it stands in the lead's history. */
        boolean isStep() {
            return !step.isEmpty();
        }

        /** As the history names it; empty for what is not done with the lead itself. */
        String step() {
            return step;
        }

        /** The state that the lead is in afterwards. */
        String state() {
            return state;
        }
    }

    private final List<Act> acts;

    LoopPath(List<Act> acts) {
        this.acts = acts;
    }

    private static List<Act> received(Act... further) {
        return Stream.concat(
                        Stream.of(Act.SUBMIT, Act.QUALIFY, Act.ASSIGN, Act.RECEIVE),
                        Stream.of(further))
                .toList();
    }

    List<Act> acts() {
        return acts;
    }

    /** What the lead's history must say, in its order. */
    List<Act> steps() {
        return acts.stream().filter(Act::isStep).toList();
    }

    long times(Act act) {
        return acts.stream().filter(act::equals).count();
    }

    boolean has(Act act) {
        return acts.contains(act);
    }
}
