package io.mingjian.registry.queue;

import io.mingjian.registry.listing.CandidateProposals;

/** Breaks the rule that who handles filings knows nothing of the list. */
class WrongListing {
    CandidateProposals proposals;
}
