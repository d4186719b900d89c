/**
 * Black-box tests on a real stack: everything goes through the gateway, and only the auditor of the
 * crash ladder looks into the databases and the topics afterwards. One stack serves all tests of a
 * run.
 */
@NullMarked
package io.mingjian.acceptance;

import org.jspecify.annotations.NullMarked;
