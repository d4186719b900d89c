package io.mingjian.registry.filer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.registry.code.IdType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An identity as it is shown by default: 张*, 138****8888, 310101********0012. */
@Schema(name = "MaskedIdentity", description = "脱敏后的身份信息 / Masked identity")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskedIdentity(
        String name, String phone, @Nullable IdType idType, @Nullable String idNumber) {

    static MaskedIdentity of(GivenIdentity given) {
        String number = given.idNumber();
        return new MaskedIdentity(
                Masking.name(given.name()),
                Masking.phone(given.phone()),
                given.idType(),
                number == null ? null : Masking.idNumber(number));
    }

    /**
     * What the complaint's side may see of a person who also reported: what mediation needs (Art
     * 37).
     */
    public MaskedIdentity forMediation() {
        return new MaskedIdentity(name, phone, null, null);
    }
}
