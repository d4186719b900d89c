/**
 * Candidates for the abnormal-filer list (投诉举报异常名录; Shanghai 〔2025〕298号, whose text is not
 * published: procedure and limits are assumptions). So far: from a criterion's proposal to an
 * officer's decision to look into it or to dismiss it.
 *
 * <p>Owns the table {@code candidate}; announces on {@code mingjian.registry.listing}. Nothing here
 * stops, refuses or delays a filing, and no machine decides.
 */
package io.mingjian.registry.listing;
