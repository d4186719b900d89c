/**
 * What the official forms of a complaint and a report say, as values that both procedures keep
 * (Order 121 Arts 10, 28; SAMR form set of April 2026).
 *
 * <p>Values only: no store, no door, and nothing that tells who the filer is.
 */
package io.mingjian.registry.form;
