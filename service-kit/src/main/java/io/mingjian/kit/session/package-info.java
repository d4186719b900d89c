/** The database session of the running unit of work, for stores that speak SQL. */
package io.mingjian.kit.session;
