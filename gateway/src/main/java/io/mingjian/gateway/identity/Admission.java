package io.mingjian.gateway.identity;

/** Outcome of looking at a request's token. */
public sealed interface Admission {

    /** The token is good and names an organisation. */
    record Admitted(Caller caller) implements Admission {}

    /** No bearer token came with the request. A session cookie of the console is none. */
    record NoToken() implements Admission {}

    /** The token is not acceptable. */
    record BadToken(Fault fault) implements Admission {}

    /** The token is good, but names no organisation or a kind that the suite does not know. */
    record NoOrganisation() implements Admission {}

    /** No key of the identity provider is at hand, so nothing can be said about the token. */
    record NoKeys() implements Admission {}

    /** Why a token is refused. */
    enum Fault {
        EXPIRED,
        /** It was issued for another system. */
        AUDIENCE,
        /** It is bound to a key (RFC 9449, RFC 8705) and may not travel as a plain bearer token. */
        BOUND,
        /** Signature, issuer or form. */
        INVALID
    }
}
