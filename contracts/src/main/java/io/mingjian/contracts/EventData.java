package io.mingjian.contracts;

import java.util.UUID;

/** The fact inside an event. */
public sealed interface EventData
        permits CampaignPublished,
                CandidateChanged,
                ClueChanged,
                DocumentChanged,
                EvidenceAnalyzed,
                EvidenceReceived,
                FilerMergeChanged,
                FilingAccepted,
                FilingAdvanced,
                FilingClock,
                FilingEvidenceConfirmed,
                FilingNotAccepted,
                FilingRegistered,
                FilingRouted,
                FilingTerminated,
                InstructionChanged,
                InstructionAmended,
                InstructionReminded,
                LeadChanged,
                LeadReferred,
                LetterChanged,
                ListingChanged {
    /** The aggregate that the fact is about. */
    UUID aggregateId();
}
