/**
 * Habits of our HTTP doors: idempotency keys, entity tags, signed cursors, pages, values in
 * queries.
 */
package io.mingjian.kit.web;
