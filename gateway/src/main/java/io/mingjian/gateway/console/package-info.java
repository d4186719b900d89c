/**
 * The zh-CN pages on which officers work: landing, queue, filing with its evidence and acts.
 *
 * <p>A guest of the gateway: it reads and decides only through the services' public API, with the
 * officer's own access token, so it can never show or do more than that API would. It keeps no row
 * and no rule of law; whether a step is lawful is the service's answer. Machine output is shown as
 * an indication with what it does not prove, never as a finding.
 */
package io.mingjian.gateway.console;
