package io.mingjian.monitoring.finding;

import io.mingjian.monitoring.lead.LeadState;

/** Wrong on purpose: a finding knows nothing of leads. */
record LooksUpwards(LeadState state) {}
