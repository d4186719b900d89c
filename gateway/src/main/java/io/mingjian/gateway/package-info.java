/**
 * The only door of the suite: it knows who may do what, how much and how large, and passes on the
 * rest.
 *
 * <p>It holds no rule of a service and no row of a table. The services check the token again.
 */
package io.mingjian.gateway;
