/**
 * Events leave through here: a row in the sender's own transaction, published by a relay
 * afterwards.
 *
 * <p>Table {@code outbox}. What is committed is published at least once, in order per aggregate,
 * whatever dies in between; consumers de-duplicate (see {@code kit.inbox}).
 */
package io.mingjian.kit.outbox;
