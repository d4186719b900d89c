/**
 * Which filers are one person (Order 121 Art 17(d) and PIPL: nobody is taken for another unseen):
 * proposals on weak keys with their reasons, merging and its exact undoing by people, and who
 * shares contacts with whom.
 *
 * <p>Owns {@code filer_merge} and {@code contact_cluster}; announces on {@code
 * mingjian.registry.filer}. A merge rewrites which person a filer names and nothing else; the
 * machine proposes and never merges.
 */
package io.mingjian.registry.person;
