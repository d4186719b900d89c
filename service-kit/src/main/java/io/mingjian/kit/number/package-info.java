/** Running numbers of documents and records: without gaps per agency, series and year. */
package io.mingjian.kit.number;
