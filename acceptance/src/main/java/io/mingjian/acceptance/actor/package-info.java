/**
 * Each kind of user as an object with verbs: people and partners as they meet the gateway, with
 * bearer tokens of the example accounts. Speaks HTTP only and knows no class of a service.
 *
 * <p>A verb that must succeed throws {@link io.mingjian.acceptance.actor.Refused} otherwise; verbs
 * named {@code try…} and {@code looksFor…} hand back the answer as it came.
 */
@NullMarked
package io.mingjian.acceptance.actor;

import org.jspecify.annotations.NullMarked;
