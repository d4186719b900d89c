package io.mingjian.kit.caller;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or client in whose name an import goes on after the request has ended: who sent the
 * file, and from the commit on who confirmed it.
 */
public record Sender(
        String subject,
        String name,
        String organisation,
        OrganisationKind kind,
        @Nullable String district,
        @Nullable String uscc,
        Set<Role> roles) {

    public static Sender of(Caller caller) {
        OrganisationKind kind = caller.kind();
        if (kind == null) {
            throw new IllegalArgumentException("the suite sends no files");
        }
        return new Sender(
                caller.subject(),
                caller.name(),
                caller.organisation(),
                kind,
                caller.district(),
                caller.uscc(),
                caller.roles());
    }

    public Caller caller() {
        return new Caller(subject, name, organisation, kind, district, uscc, roles);
    }
}
