/**
 * Preservation: evidence leaves as a sealed bundle that anyone can check without the service, and
 * what has happened to all evidence is pinned down by heads that are published every day.
 *
 * <p>Owns the tables {@code seal_waiting}, {@code seal_place}, {@code seal_node} and {@code
 * published_head}; reads the state of the audit chain. A bundle holds what its asker may see and
 * nothing else, and never leaves before the export is in the chain of custody. A time stamp
 * authority that is away never costs a bundle.
 */
@NullMarked
package io.mingjian.detection.preservation;

import org.jspecify.annotations.NullMarked;
