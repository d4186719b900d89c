/**
 * Whether a person is on the abnormal-filer list, told to departments under an agreement and to
 * nobody else (Shanghai 〔2025〕298号, text not published; Government Data Sharing Regulation:
 * purpose, legal basis, log of use). Who is unknown and who is not listed get the same answer.
 *
 * <p>Owns {@code lookup_agreement}, {@code lookup_log} and {@code lookup_lift}. Never answers
 * anything but the listing: no name, no filing, no reason. Who is listed it learns through {@link
 * io.mingjian.registry.lookup.ListedPersons}.
 */
package io.mingjian.registry.lookup;
