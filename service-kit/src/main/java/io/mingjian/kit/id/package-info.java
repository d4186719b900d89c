/** Ids of things: UUIDv7, so that new rows lie together in their index (RFC 9562 §5.7). */
package io.mingjian.kit.id;
