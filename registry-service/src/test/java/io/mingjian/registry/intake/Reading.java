package io.mingjian.registry.intake;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.Filing;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads forms without a server, as different units do. */
final class Reading {
    static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T02:00:00Z");
    static final Caller CITY =
            caller("samr-shanghai", OrganisationKind.MUNICIPAL_BUREAU, Role.INTAKE);
    static final Caller PLATFORM =
            caller("platform-yougou", OrganisationKind.PLATFORM, Role.INTEGRATION);

    private Reading() {}

    static Caller district(String pinyin) {
        return caller("samr-" + pinyin, OrganisationKind.DISTRICT_BUREAU, Role.INTAKE);
    }

    static Submission read(Filing filing) {
        return read(filing, CITY);
    }

    static Submission read(Filing filing, Caller caller) {
        return FormReader.read(request(filing), caller, PlaceRules.shipped(), TUESDAY_MORNING);
    }

    /** Pointer and code of each fault; none if the form is good. */
    static List<String> faults(Filing filing) {
        return faults(filing, CITY);
    }

    static List<String> faults(Filing filing, Caller caller) {
        Invalid invalid = catchThrowableOfType(Invalid.class, () -> read(filing, caller));
        return invalid == null
                ? List.of()
                : invalid.errors().stream()
                        .map(each -> each.pointer() + " " + each.code())
                        .toList();
    }

    static List<String> sentences(Filing filing) {
        Invalid invalid = catchThrowableOfType(Invalid.class, () -> read(filing));
        return invalid == null
                ? List.of()
                : invalid.errors().stream().map(each -> each.zh()).toList();
    }

    static List<String> warnings(Filing filing) {
        return read(filing).warnings().stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
    }

    private static FilingRequest request(Filing filing) {
        try {
            return new ObjectMapper().readValue(filing.toString(), FilingRequest.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Caller caller(String organisation, OrganisationKind kind, Role role) {
        return new Caller("s", "n", organisation, kind, null, null, Set.of(role));
    }
}
