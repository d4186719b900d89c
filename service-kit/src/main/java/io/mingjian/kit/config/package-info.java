/** Beans that every service shares: the clock, and how JSON is written. */
package io.mingjian.kit.config;
