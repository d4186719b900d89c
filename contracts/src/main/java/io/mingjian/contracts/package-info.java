/**
 * What Mingjian's services may say to each other: event records, the codes in them, and their
 * topics.
 *
 * <p>Events carry ids, codes and times. They never carry a name, a phone or id number or a picture:
 * the identity of a filer does not leave the registry (Order 121 Art 37). The JSON Schemas under
 * {@code schemas/} are generated from these records and may only grow.
 */
package io.mingjian.contracts;
