/**
 * One description of the whole API: the services' own OpenAPI documents, merged as callers outside
 * see them, and a page to read it.
 *
 * <p>Nothing is left out in silence: a service that cannot be asked, an operation that the door
 * does not know and a row of the policy table without a description are named in the document.
 */
package io.mingjian.gateway.openapi;
