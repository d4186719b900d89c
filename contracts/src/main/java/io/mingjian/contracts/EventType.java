package io.mingjian.contracts;

/** Every event of the suite, in one place: its name, its topic and the record of its data. */
public enum EventType {
    EVIDENCE_RECEIVED(Topics.EVIDENCE, "evidence.received.v1", EvidenceReceived.class),
    EVIDENCE_ANALYZED(Topics.EVIDENCE, "evidence.analyzed.v1", EvidenceAnalyzed.class),

    FILING_REGISTERED(Topics.FILING, "filing.registered.v1", FilingRegistered.class),
    FILING_ROUTED(Topics.FILING, "filing.routed.v1", FilingRouted.class),
    FILING_RETURNED(Topics.FILING, "filing.returned.v1", FilingRouted.class),
    FILING_ACCEPTED(Topics.FILING, "filing.accepted.v1", FilingAccepted.class),
    FILING_NOT_ACCEPTED(Topics.FILING, "filing.not-accepted.v1", FilingNotAccepted.class),
    FILING_ADVANCED(Topics.FILING, "filing.advanced.v1", FilingAdvanced.class),
    FILING_TERMINATED(Topics.FILING, "filing.terminated.v1", FilingTerminated.class),
    FILING_CLOSED(Topics.FILING, "filing.closed.v1", FilingAdvanced.class),
    FILING_CLOCK_WARNED(Topics.FILING, "filing.clock-warned.v1", FilingClock.class),
    FILING_CLOCK_BREACHED(Topics.FILING, "filing.clock-breached.v1", FilingClock.class),
    FILING_EVIDENCE_CONFIRMED(
            Topics.FILING, "filing.evidence-confirmed.v1", FilingEvidenceConfirmed.class),

    DOCUMENT_ISSUED(Topics.FILING, "document.issued.v1", DocumentChanged.class),
    DOCUMENT_SERVED(Topics.FILING, "document.served.v1", DocumentChanged.class),

    FILER_MERGED(Topics.FILER, "filer.merged.v1", FilerMergeChanged.class),
    FILER_UNMERGED(Topics.FILER, "filer.unmerged.v1", FilerMergeChanged.class),

    CANDIDATE_PROPOSED(Topics.LISTING, "candidate.proposed.v1", CandidateChanged.class),
    CANDIDATE_UNDER_REVIEW(Topics.LISTING, "candidate.under-review.v1", CandidateChanged.class),
    CANDIDATE_DISMISSED(Topics.LISTING, "candidate.dismissed.v1", CandidateChanged.class),

    LISTING_NOTICED(Topics.LISTING, "listing.noticed.v1", ListingChanged.class),
    LISTING_LISTED(Topics.LISTING, "listing.listed.v1", ListingChanged.class),
    LISTING_NOT_LISTED(Topics.LISTING, "listing.not-listed.v1", ListingChanged.class),
    LISTING_OBJECTED(Topics.LISTING, "listing.objected.v1", ListingChanged.class),
    LISTING_STAYED(Topics.LISTING, "listing.stayed.v1", ListingChanged.class),
    LISTING_STAY_ENDED(Topics.LISTING, "listing.stay-ended.v1", ListingChanged.class),
    LISTING_EXTENDED(Topics.LISTING, "listing.extended.v1", ListingChanged.class),
    LISTING_EXPIRED(Topics.LISTING, "listing.expired.v1", ListingChanged.class),
    LISTING_REMOVED(Topics.LISTING, "listing.removed.v1", ListingChanged.class),
    LISTING_REVOKED(Topics.LISTING, "listing.revoked.v1", ListingChanged.class),
    LISTING_ADVANCED(Topics.LISTING, "listing.advanced.v1", ListingChanged.class),

    CLUE_OPENED(Topics.CLUE, "clue.opened.v1", ClueChanged.class),
    CLUE_TAKEN_UP(Topics.CLUE, "clue.taken-up.v1", ClueChanged.class),
    CLUE_DISMISSED(Topics.CLUE, "clue.dismissed.v1", ClueChanged.class),

    INSTRUCTION_ISSUED(Topics.INSTRUCTION, "instruction.issued.v1", InstructionChanged.class),
    INSTRUCTION_ACKNOWLEDGED(
            Topics.INSTRUCTION, "instruction.acknowledged.v1", InstructionChanged.class),
    INSTRUCTION_DECLINED(Topics.INSTRUCTION, "instruction.declined.v1", InstructionChanged.class),
    INSTRUCTION_AMENDED(Topics.INSTRUCTION, "instruction.amended.v1", InstructionAmended.class),
    INSTRUCTION_WITHDRAWN(Topics.INSTRUCTION, "instruction.withdrawn.v1", InstructionChanged.class),
    INSTRUCTION_COMPLETED(Topics.INSTRUCTION, "instruction.completed.v1", InstructionChanged.class),
    INSTRUCTION_REOPENED(Topics.INSTRUCTION, "instruction.reopened.v1", InstructionChanged.class),
    INSTRUCTION_REMINDED(Topics.INSTRUCTION, "instruction.reminded.v1", InstructionReminded.class),
    INSTRUCTION_CLOSED(Topics.INSTRUCTION, "instruction.closed.v1", InstructionChanged.class),

    LEAD_SUBMITTED(Topics.LEAD, "lead.submitted.v1", LeadChanged.class),
    LEAD_QUALIFIED(Topics.LEAD, "lead.qualified.v1", LeadChanged.class),
    LEAD_UNQUALIFIED(Topics.LEAD, "lead.unqualified.v1", LeadChanged.class),
    LEAD_RETURNED_FOR_SUPPLEMENT(Topics.LEAD, "lead.returned-for-supplement.v1", LeadChanged.class),
    LEAD_ASSIGNED(Topics.LEAD, "lead.assigned.v1", LeadChanged.class),
    LEAD_RECEIVED(Topics.LEAD, "lead.received.v1", LeadChanged.class),
    LEAD_RETURN_REQUESTED(Topics.LEAD, "lead.return-requested.v1", LeadChanged.class),
    LEAD_VERIFYING(Topics.LEAD, "lead.verifying.v1", LeadChanged.class),
    LEAD_DISPOSED(Topics.LEAD, "lead.disposed.v1", LeadChanged.class),
    LEAD_FED_BACK(Topics.LEAD, "lead.fed-back.v1", LeadChanged.class),
    LEAD_RETURNED_FOR_REWORK(Topics.LEAD, "lead.returned-for-rework.v1", LeadChanged.class),
    LEAD_CLOSED(Topics.LEAD, "lead.closed.v1", LeadChanged.class),
    LEAD_REFERRED(Topics.LEAD, "lead.referred.v1", LeadReferred.class),

    LETTER_ISSUED(Topics.LETTER, "letter.issued.v1", LetterChanged.class),
    LETTER_ANSWERED(Topics.LETTER, "letter.answered.v1", LetterChanged.class),
    LETTER_HANDED_OVER(Topics.LETTER, "letter.handed-over.v1", LetterChanged.class),
    LETTER_WITHDRAWN(Topics.LETTER, "letter.withdrawn.v1", LetterChanged.class),

    CAMPAIGN_PUBLISHED(Topics.CAMPAIGN, "campaign.published.v1", CampaignPublished.class);

    private final String topic;
    private final String code;
    private final Class<? extends EventData> data;

    EventType(String topic, String code, Class<? extends EventData> data) {
        this.topic = topic;
        this.code = code;
        this.data = data;
    }

    public String topic() {
        return topic;
    }

    /** The CloudEvents {@code type}. */
    public String code() {
        return code;
    }

    public Class<? extends EventData> data() {
        return data;
    }
}
