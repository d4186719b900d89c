/**
 * That a lead shows more than a violation of its subject: the conduct of somebody who files
 * complaints (Order 121 Art 42), or a crime (Decree 310). It is told to the registry, which opens a
 * clue or the draft of a transfer; what becomes of that comes back as a number and a state.
 *
 * <p>Owns the table {@code referral}; listens to {@code mingjian.registry.clue}. Nothing here knows
 * who a filer is, and the agency that found the lead does not see that it was referred.
 */
package io.mingjian.monitoring.referral;
