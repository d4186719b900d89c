/**
 * Who calls: organisation, kind, district and roles, read once from the verified token and from
 * nothing else.
 */
package io.mingjian.kit.caller;
