/** Tests of the registry as a whole: its doors over a real PostgreSQL, and its architecture. */
package io.mingjian.registry;
