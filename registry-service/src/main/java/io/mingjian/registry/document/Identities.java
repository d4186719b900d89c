package io.mingjian.registry.document;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.filer.Filers.Disclosed;
import io.mingjian.registry.filer.Filers.Extent;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.filer.MaskedIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the filer of a notice's filing said about itself; empty for anonymous reports. */
@ApplicationScoped
class Identities {
    private final Filers filers;

    Identities(Filers filers) {
        this.filers = filers;
    }

    /** In clear. Whoever shows something of it writes the audit entry. */
    Uni<Optional<GivenIdentity>> open(Caller caller, Parties parties) {
        if (parties.filerId() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return filers.disclose(
                        caller, parties.filerId(), Map.of(parties.submissionId(), Extent.WHOLE))
                .map(found -> found.stream().findFirst().map(Disclosed::identity));
    }

    /** As it is shown every day. */
    Uni<Optional<MaskedIdentity>> masked(Caller caller, Parties parties) {
        if (parties.filerId() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return filers.maskedOf(caller, List.of(parties.submissionId()))
                .map(found -> Optional.ofNullable(found.get(parties.submissionId())));
    }
}
