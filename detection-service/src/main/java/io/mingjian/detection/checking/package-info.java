/**
 * The commands {@code ./mingjian check} and {@code ./mingjian reuse}: the whole indication of files
 * on disk, and which files of one folder show pictures of those of another, without a running
 * service.
 *
 * <p>Owns no table. Asks the panel, the fusion and the search for reuse as the service does and
 * adds nothing to what they say; knows no evidence, no tenant and no network. Their JSON is
 * described in {@code docs/detection-cli.md}.
 */
package io.mingjian.detection.checking;
