/** W3C trace context of the running request, for events, problems and logs. */
package io.mingjian.kit.trace;
