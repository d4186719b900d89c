/**
 * One submission from check to last batch: attachments first, then findings a hundred at a time,
 * each outcome in the journal before the next batch goes.
 */
@NullMarked
package io.mingjian.client.submission;

import org.jspecify.annotations.NullMarked;
