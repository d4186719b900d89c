/**
 * Evidence: intake of files, the content store, who may see them and the chain of custody.
 *
 * <p>Owns the tables {@code evidence}, {@code custody_entry}, {@code evidence_naming}, {@code
 * evidence_naming_change} and {@code evidence_matter}; announces {@code evidence.received.v1};
 * listens to filings and leads for who may see what. The uploaded bytes are never changed, never
 * thrown away and never shown as they came: people get a re-encoded copy without metadata, and the
 * original only sealed in a preservation bundle. Who may not see a piece of evidence does not learn
 * that it exists.
 */
@NullMarked
package io.mingjian.detection.evidence;

import org.jspecify.annotations.NullMarked;
