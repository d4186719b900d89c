/** Habits of our HTTP doors: idempotency keys, entity tags, signed cursors, pages. */
package io.mingjian.kit.web;
