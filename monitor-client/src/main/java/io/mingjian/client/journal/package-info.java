/**
 * What was done, on the disk, so that the next run goes on where this one ended. Never the only
 * guard: what a journal could not know any more is caught by the keys that each request carries.
 */
@NullMarked
package io.mingjian.client.journal;

import org.jspecify.annotations.NullMarked;
