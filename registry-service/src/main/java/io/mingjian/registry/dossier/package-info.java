/**
 * One page about a person who files: what came in and what became of it, upheld filings in a column
 * of their own, patterns that officers ask for (Order 121 Art 17(b)), entries of the list, evidence
 * that was used before. It only reads, and every look is written down (PIPL).
 *
 * <p>Owns no table. Counts what the ledger counts; says nothing about what is to be decided.
 */
package io.mingjian.registry.dossier;
