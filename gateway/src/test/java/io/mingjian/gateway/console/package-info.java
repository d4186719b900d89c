/** The console's pages against services that stand inside the test. */
package io.mingjian.gateway.console;
