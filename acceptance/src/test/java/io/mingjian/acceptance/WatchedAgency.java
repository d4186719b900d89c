package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.Door;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Jingwei as the city keeps it: one contract that allows everything, one member of staff. */
record WatchedAgency(String contractId, String staffNo) {
    static final String ORGANISATION = "monitor-jingwei";
    private static final String AGENCIES = "/api/monitoring/v1/agencies";

    /**
     * Registers the agency, unless another test has, and puts a contract and a person on file.
     *
     * @param marker stands in texts of both
     */
    static WatchedAgency keptBy(CityReviewer city, String marker) {
        Door door = city.door();
        Answer registered =
                door.post(AGENCIES, Map.of("organisation", ORGANISATION, "name", "经纬监测有限公司"));
        assertThat(registered.status()).as(registered.text()).isIn(201, 409);
        String number = "HT-" + Long.toString(System.nanoTime(), 36);
        String staffNo = "JW-" + Long.toString(System.nanoTime(), 36);
        String page = AGENCIES + "/" + ORGANISATION;
        door.post(page + "/contracts", aContract(number, marker)).require(201);
        door.post(page + "/staff", aMember(staffNo, marker)).require(201);
        for (String usual : List.of("JW-017", "JW-021")) {
            Answer member = door.post(page + "/staff", aMember(usual, marker));
            assertThat(member.status()).as(member.text()).isIn(201, 409);
        }
        for (JsonNode contract : door.get(page).require(200).body().path("contracts")) {
            if (contract.path("number").asText().equals(number)) {
                return new WatchedAgency(contract.path("id").asText(), staffNo);
            }
        }
        throw new AssertionError("the contract is not on the agency's page");
    }

    static Map<String, Object> aContract(String number, String nature) {
        LocalDate today = LocalDate.now(World.SHANGHAI);
        return Map.of(
                "number",
                number,
                "nature",
                nature,
                "means",
                List.of("关键词检索"),
                "time",
                Map.of("from", today.minusDays(30).toString(), "to", today.plusYears(2).toString()),
                "scope",
                Map.of("platformTypes", List.of(), "platforms", List.of(), "categories", List.of()),
                "signedOn",
                today.minusDays(31).toString(),
                "documentNo",
                "沪市监合〔" + today.getYear() + "〕1号");
    }

    static Map<String, Object> aMember(String staffNo, String name) {
        return Map.of(
                "staffNo",
                staffNo,
                "name",
                name,
                "role",
                "COLLECTOR",
                "from",
                LocalDate.now(World.SHANGHAI).minusDays(30).toString());
    }
}
