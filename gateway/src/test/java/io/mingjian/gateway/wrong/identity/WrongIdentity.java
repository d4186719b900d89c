package io.mingjian.gateway.wrong.identity;

import io.mingjian.gateway.openapi.OpenApiSource;

/** Looks upwards. */
class WrongIdentity {
    OpenApiSource source;
}
