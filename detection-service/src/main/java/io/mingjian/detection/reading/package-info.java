/**
 * The command {@code ./mingjian read}: what files on disk say about themselves, without a running
 * service.
 *
 * <p>Owns no table. Asks the label analyzers of the panel and adds nothing to their findings; knows
 * no evidence, no tenant and no network. Its JSON is described in {@code docs/provenance.md}.
 */
package io.mingjian.detection.reading;
