/**
 * The abnormal-filer list (投诉举报异常名录; Shanghai 〔2025〕298号, whose text is not published: procedure
 * and limits are assumptions), each entry from candidate to archive. Never to be mixed up with the
 * public list of enterprises (经营异常名录).
 *
 * <p>Owns {@code abnormal_filer_entry} and {@code recheck}; announces on {@code
 * mingjian.registry.listing}; listens to filers who are taken apart. Nothing here stops, refuses or
 * delays a filing: a listing only asks officers to look more closely. No machine decides: it
 * proposes, and lets a term run out.
 */
package io.mingjian.registry.listing;
