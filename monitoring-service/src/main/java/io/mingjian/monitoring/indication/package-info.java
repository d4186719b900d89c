/**
 * What the detection service said about files: their hash as received and the indication of its
 * analyzers.
 *
 * <p>Listens to {@code mingjian.detection.evidence}, owns the table {@code evidence_fact};
 * whichever event comes first, the highest revision wins. An indication is shown beside a lead and
 * decides nothing. It is only ever given out for evidence of the organisation that the asker names
 * as its owner.
 */
package io.mingjian.monitoring.indication;
