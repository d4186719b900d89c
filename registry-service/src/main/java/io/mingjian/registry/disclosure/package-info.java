/**
 * Showing a filer's identity in clear: only what was given with filings that the officer's bureau
 * has, only with a purpose, and never without an audit entry (PIPL; Order 121 Art 37).
 *
 * <p>Owns no table. Stands between {@code filer} and {@code queue}, which do not know each other.
 */
package io.mingjian.registry.disclosure;
