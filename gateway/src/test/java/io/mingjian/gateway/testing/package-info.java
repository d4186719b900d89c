/** A real upstream, signed tokens and plain HTTP for the gateway's tests. */
package io.mingjian.gateway.testing;
