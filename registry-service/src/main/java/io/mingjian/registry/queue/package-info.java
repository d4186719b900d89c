/**
 * What lies on which desk, until when, and who works on it: one row per filing, kept by the
 * procedures in their own transactions, so that a page of the queue is one indexed query however
 * many filings there are.
 *
 * <p>Owns {@code queue_item}, {@code queue_hint}, {@code clock_watch}, {@code claim_period}, {@code
 * officer} and {@code absence}. Whoever changes one of them for a filing locks its queue item
 * first. A hint asks for a closer look and never moves a filing; it is shown while the version of
 * its criterion is in force. A claim says who works on a filing and never decides about it.
 */
package io.mingjian.registry.queue;
