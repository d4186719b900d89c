/**
 * Reads findings from JSON Lines, JSON or CSV one by one, whatever the size of the file. Knows only
 * what the client needs of them: number, attachments, hashes.
 */
@NullMarked
package io.mingjian.client.findings;

import org.jspecify.annotations.NullMarked;
