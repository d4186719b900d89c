/**
 * What a file says about itself: the implicit AI label of GB 45438-2025, IPTC source type, traces
 * of generators and editors, camera data, content credentials.
 *
 * <p>Owns no table. A label is a claim by whoever wrote the bytes; nothing here turns it into a
 * fact about the goods, and a file without any trace is neither generated nor genuine. Never
 * fetches anything from a network, never resolves an XML entity, never reads past its limits.
 */
package io.mingjian.detection.provenance;
