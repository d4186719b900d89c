/**
 * How much an organisation may ask for: token buckets that refill evenly, told in {@code
 * RateLimit-Policy} and {@code RateLimit} headers. Failures without a good token are counted by
 * address.
 *
 * <p>Buckets live in the memory of one gateway. With N gateways behind a balancer an organisation
 * gets up to N times the figure; set the policy accordingly.
 */
package io.mingjian.gateway.quota;
