/**
 * Findings come in together with their files: a ZIP or a WARC with a manifest. The bundle is looked
 * through whole before anything of it is kept; then its files are handed over to the detection
 * service as evidence, in the name and with the token of the agency that asks for it; when all are,
 * its findings are entered as those of a file are.
 *
 * <p>Owns {@code lead_bundle}, {@code lead_bundle_file} and {@code lead_bundle_piece}. Must never
 * keep a token, never write outside its own temporary file, never unpack without bounds, and never
 * hand over a file whose hashes are not those of the manifest.
 */
package io.mingjian.monitoring.bundle;
