/**
 * Stands for a package of another module in the test of the architecture; the gateway cannot see
 * the real ones.
 */
package io.mingjian.kit.wrong;
