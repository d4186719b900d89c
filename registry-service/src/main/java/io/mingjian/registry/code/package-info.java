/**
 * Numbers and codes that the state gives: unified social credit codes, identity numbers, telephone
 * numbers, district codes.
 *
 * <p>Pure checks without framework, clock or store. A check says what is wrong, never repairs
 * silently; normalising is a step of its own. Sources: GB 32100, GB 11643, GB/T 2260.
 */
package io.mingjian.registry.code;
