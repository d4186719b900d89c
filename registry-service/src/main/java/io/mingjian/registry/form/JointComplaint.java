package io.mingjian.registry.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Several complain together about the same dispute with the same operator (Order 121 Art 12). Who
 * they are lies with the identities, in the order of the form.
 *
 * @param complainants how many, the first one included
 * @param representatives one or two of them by their place on the form: 0 is the first complainant,
 *     1 the first of the others
 */
@Schema(name = "JointComplaint", description = "共同投诉及推选的代表人 / Joint complaint (Art 12)")
public record JointComplaint(int complainants, List<Integer> representatives) {
    /** Representatives that Art 12 allows at most. */
    public static final int MOST_REPRESENTATIVES = 2;
}
