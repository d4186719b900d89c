package io.mingjian.registry.intake;

import static java.util.stream.Collectors.joining;

import io.mingjian.registry.code.District;
import io.mingjian.registry.code.District.Abolished;
import io.mingjian.registry.code.Faults;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads codes of districts; those of abolished ones stand for their successor (GB/T 2260). */
final class DistrictReader {
    private static final Set<String> WHOLE_CITY = Set.of("310000", "310100", "310200");

    private final Faults faults;
    private final Warnings warnings;

    DistrictReader(Faults faults, Warnings warnings) {
        this.faults = faults;
        this.warnings = warnings;
    }

    /** Today's code, or nothing if none is given or it is faulty. */
    Optional<String> read(String pointer, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        String code = given.strip();
        Optional<District> district = District.ofCode(code);
        Optional<Abolished> abolished = District.abolished(code);
        if (district.isEmpty()) {
            refuse(pointer, code, abolished);
        } else {
            abolished.ifPresent(old -> remark(pointer, old, district.get()));
        }
        return district.map(District::code);
    }

    private void refuse(String pointer, String code, Optional<Abolished> abolished) {
        if (abolished.isPresent()) {
            Abolished old = abolished.get();
            faults.add(
                    pointer,
                    "district-divided",
                    old.zh()
                            + "（"
                            + old.code()
                            + "）已撤销，辖区分入"
                            + old.successors().stream()
                                    .map(DistrictReader::named)
                                    .collect(joining("、"))
                            + "，请按现地址选择。",
                    "This county was divided; use the code of the district of today.");
        } else if (WHOLE_CITY.contains(code)) {
            faults.add(
                    pointer,
                    "city-not-district",
                    "请填写具体的区，“" + code + "”是全市代码。",
                    "A district is expected, not the city.");
        } else {
            faults.add(
                    pointer,
                    "unknown-district",
                    "“" + code + "”不是本市十六区的区划代码。",
                    "Not a district of Shanghai (GB/T 2260).");
        }
    }

    private void remark(String pointer, Abolished old, District today) {
        warnings.add(
                pointer,
                "district-merged",
                old.zh() + "（" + old.code() + "）已撤销，按" + named(today) + "登记。");
    }

    private static String named(District district) {
        return district.zh() + "（" + district.code() + "）";
    }
}
