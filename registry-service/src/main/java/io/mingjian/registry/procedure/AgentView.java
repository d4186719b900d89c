package io.mingjian.registry.procedure;

import io.mingjian.registry.filer.FilerParties.MaskedParty;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.filer.PartyRole;
import io.mingjian.registry.form.PowerOfAttorney;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who files for the filer, masked, and by which power (Order 121 Art 11). */
@Schema(name = "Agent", description = "受托人及授权委托书 / Agent and power of attorney")
public record AgentView(MaskedIdentity identity, PowerOfAttorney powerOfAttorney) {

    /** The agent of a filing, if it has one and the caller may see it. */
    public static @Nullable AgentView of(
            @Nullable PowerOfAttorney power, List<MaskedParty> parties, boolean forMediation) {
        return power == null
                ? null
                : parties.stream()
                        .filter(each -> each.role() == PartyRole.AGENT)
                        .map(MaskedParty::identity)
                        .map(who -> forMediation ? who.forMediation() : who)
                        .map(who -> new AgentView(who, power))
                        .findFirst()
                        .orElse(null);
    }
}
