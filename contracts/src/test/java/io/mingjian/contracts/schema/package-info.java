/** The JSON Schemas of the events: made from the records, compared with what was released. */
package io.mingjian.contracts.schema;
