/**
 * Who stands at the door and what the door lets them ask for: from the verified token to a {@link
 * io.mingjian.gateway.identity.Caller}, and the table of all operations with the kinds and roles
 * that may use them.
 *
 * <p>The table is the outer fence. Whose object it is, only the services know and check
 * (conventions: foreign object is 404). Tenancy comes from the token alone; no header, path or body
 * can claim it.
 */
package io.mingjian.gateway.identity;
