package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static io.mingjian.registry.Filing.phone;
import static io.mingjian.registry.intake.Reading.faults;
import static io.mingjian.registry.intake.Reading.read;
import static io.mingjian.registry.intake.Reading.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.registry.Filing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order 121 Art 12. */
class JointReaderTest {
    @Test
    void severalComplainWithOneOrTwoRepresentatives() {
        Filing filing = aComplaint().togetherWith("李四", phone()).togetherWith("王五", phone());
        representatives(filing, 0, 2);
        var joint = read(filing).joint().orElseThrow();
        assertThat(joint.complaint().complainants()).isEqualTo(3);
        assertThat(joint.complaint().representatives()).containsExactly(0, 2);
        assertThat(joint.others()).hasSize(2);
        assertThat(read(aMixedFiling().togetherWith("李四", phone())).joint()).isPresent();
    }

    @Test
    void oneWhoComplainsAloneHasNoRepresentatives() {
        Filing filing = aComplaint();
        representatives(filing, 0);
        assertThat(faults(filing)).containsExactly("/representatives not-joint");
    }

    @Test
    void reportsAreNotJoint() {
        assertThat(faults(aReport().togetherWith("李四", phone())))
                .containsExactly("/jointComplainants not-a-complaint");
    }

    @ParameterizedTest
    @CsvSource({
        "name, /jointComplainants/0/name required",
        "phone, /jointComplainants/0/phone required",
        "address, /jointComplainants/0/address required",
        "consent, /jointComplainants/0/consent consent-missing"
    })
    void eachGivesARealIdentityAndConsents(String field, String fault) {
        Filing filing = aComplaint().togetherWith("李四", phone());
        other(filing, 0).remove(field);
        assertThat(faults(filing)).containsExactly(fault);
        assertThat(sentences(filing)).singleElement().asString().contains("第十二条");
    }

    @Test
    void thereAreOneOrTwoRepresentatives() {
        Filing none = aComplaint().togetherWith("李四", phone());
        representatives(none);
        Filing three = aComplaint().togetherWith("李四", phone()).togetherWith("王五", phone());
        representatives(three, 0, 1, 2);
        assertThat(faults(none)).containsExactly("/representatives required");
        assertThat(faults(three)).containsExactly("/representatives too-many");
    }

    @Test
    void representativesAreComplainantsAndDifferent() {
        Filing filing = aComplaint().togetherWith("李四", phone());
        representatives(filing, 2, -1);
        assertThat(faults(filing))
                .containsExactly(
                        "/representatives/0 not-a-complainant",
                        "/representatives/1 not-a-complainant");
        representatives(filing, 1, 1);
        assertThat(faults(filing)).containsExactly("/representatives/1 same-person-twice");
    }

    @Test
    void theSamePersonTwiceIsOnePerson() {
        String phone = phone();
        assertThat(faults(aComplaint().by("王小明", phone).togetherWith("王晓明", phone)))
                .containsExactly("/jointComplainants/0 same-person-twice");
        Filing others = aComplaint().togetherWith("李四", phone).togetherWith("李四", phone);
        assertThat(faults(others)).containsExactly("/jointComplainants/1 same-person-twice");
    }

    @Test
    void twoWhoShareATelephoneAreToldApartByTheirDocuments() {
        String phone = phone();
        Filing filing =
                aComplaint()
                        .by("王小明", phone)
                        .withId("310101199001010012")
                        .togetherWith("王晓明", phone);
        other(filing, 0).put("idType", "RESIDENT_ID").put("idNumber", "440524188001010014");
        assertThat(faults(filing)).isEmpty();
        other(filing, 0).put("idNumber", "310101199001010012");
        assertThat(faults(filing)).containsExactly("/jointComplainants/0 same-person-twice");
    }

    private static ObjectNode other(Filing filing, int at) {
        return (ObjectNode) filing.json().at("/jointComplainants/" + at);
    }

    private static void representatives(Filing filing, int... places) {
        ArrayNode all = filing.json().putArray("representatives");
        for (int place : places) {
            all.add(place);
        }
    }
}
