package io.mingjian.registry.complaint;

import io.mingjian.registry.filer.FilerParties.MaskedParty;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.filer.PartyRole;
import io.mingjian.registry.form.JointComplaint;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who complains together with the first complainant (Order 121 Art 12).
 *
 * @param complainants how many, the first one included
 * @param representatives places: 0 is the first complainant, 1 the first of the others
 * @param others masked, in the order of the form
 */
@Schema(name = "JointComplainants", description = "共同投诉人及代表人 / Joint complainants")
record JointView(int complainants, List<Integer> representatives, List<MaskedIdentity> others) {

    static @Nullable JointView of(
            @Nullable JointComplaint joint, List<MaskedParty> parties, boolean forMediation) {
        if (joint == null) {
            return null;
        }
        List<MaskedIdentity> others =
                parties.stream()
                        .filter(each -> each.role() == PartyRole.JOINT_COMPLAINANT)
                        .map(MaskedParty::identity)
                        .map(who -> forMediation ? who.forMediation() : who)
                        .toList();
        return new JointView(joint.complainants(), joint.representatives(), others);
    }
}
