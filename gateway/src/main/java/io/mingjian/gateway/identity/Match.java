package io.mingjian.gateway.identity;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** What the policy table says about a method and a path. */
public sealed interface Match {

    /** The operation exists. */
    record Found(Operation operation) implements Match {}

    /** The path exists, but only with other methods. */
    record OtherMethods(Set<HttpMethod> allowed) implements Match {}

    /** No operation has this path. */
    record Unknown() implements Match {}
}
