/**
 * Classes that break the house rules on purpose, so that {@code ArchitectureTest} shows each rule
 * bites.
 */
package io.mingjian.monitoring.wrong;
