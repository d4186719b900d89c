package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.picture.Pictures;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agency packs findings and files together and hands them in at once. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadBundleWalkTest {
    private final long number = System.nanoTime();

    private CityReviewer city;
    private MonitoringAgency agency;
    private String instruction;

    @BeforeAll
    void anAgencyWorksUnderAnOrder(Actors actors) {
        city = actors.cityReviewer();
        agency = actors.jingwei();
        instruction = World.anOrderTakenOnBy(agency, city, "monitor-jingwei");
    }

    @Test
    void aZipIsLookedThroughThenItsFilesBecomeEvidenceAndItsSoundFindingsLeads() {
        Picture page = Pictures.small(number);
        LeadParcel parcel = new LeadParcel();
        parcel.finding("Z-" + number + "-1", "店铺/页面.jpg", page);
        parcel.finding("Z-" + number + "-2", "店铺/商品.jpg", Pictures.small(number + 1))
                .put("uscc", "91310000132260250A");
        byte[] zip = parcel.zip();

        Answer receipt = agency.trySendBundle(instruction, zip).require(201);
        String id = receipt.textAt("/id");
        assertThat(receipt.textAt("/state")).isEqualTo("CHECKED");
        assertThat(receipt.textAt("/sha256")).isEqualTo(LeadParcel.sha256(zip));
        assertThat(receipt.at("/bytes").asLong()).isEqualTo(zip.length);
        assertThat(receipt.at("/findings").asInt()).isEqualTo(2);
        assertThat(receipt.at("/files/waiting").asInt()).isEqualTo(2);
        assertThat(receipt.at("/faultyFindings").asInt()).isEqualTo(1);
        assertThat(receipt.each("/firstFaults", "pointer")).containsExactly("/findings/1/uscc");
        receipt.each("/firstFaults", "detail").forEach(Refusals::isChinese);
        assertThat(agency.leadsOf(instruction).each("/items", "findingNo"))
                .as("before it is handed over")
                .doesNotContain("Z-" + number + "-1");

        Answer entered = agency.handsOverBundle(id);
        assertThat(entered.at("/figures/entered").asInt()).as(entered.text()).isEqualTo(1);
        assertThat(entered.at("/figures/bad").asInt()).isEqualTo(1);
        assertThat(entered.textAt("/firstErrors/0/findingNo")).isEqualTo("Z-" + number + "-2");
        Answer files =
                agency.door().get("/api/monitoring/v1/lead-bundles/" + id + "/files").require(200);
        assertThat(files.each("/items", "name")).containsExactly("店铺/页面.jpg", "店铺/商品.jpg");
        assertThat(files.each("/items", "state")).containsOnly("DELIVERED");
        hasItsFile("Z-" + number + "-1", page, files.textAt("/items/0/evidenceId"));

        Answer again = agency.trySendBundle(instruction, zip).require(200);
        assertThat(again.textAt("/id")).isEqualTo(id);
        assertThat(again.textAt("/state")).isEqualTo("DELIVERED");
        assertThat(again.at("/entering/entered").asInt()).isEqualTo(1);
        assertThat(agency.leadsOf(instruction).each("/items", "findingNo")).doesNotHaveDuplicates();
    }

    @Test
    void aWebArchiveIsTakenWithWhatItsPagesAnswered() {
        Picture page = Pictures.small(number + 2);
        String address = "https://shop.yougou.example/captured/" + number + ".jpg";
        LeadParcel parcel = new LeadParcel();
        ObjectNode finding = parcel.finding("W-" + number, address, page);
        ((ObjectNode) finding.at("/evidence/0")).put("url", address);

        Answer receipt = agency.trySendBundle(instruction, parcel.warc()).require(201);
        assertThat(receipt.at("/faultyFindings").asInt()).as(receipt.text()).isZero();
        String id = receipt.textAt("/id");
        assertThat(agency.handsOverBundle(id).at("/figures/entered").asInt()).isEqualTo(1);
        Answer bundle = agency.seesBundle(id);
        assertThat(bundle.textAt("/state")).isEqualTo("DELIVERED");
        assertThat(bundle.at("/files/delivered").asInt()).isEqualTo(1);
        Answer files =
                agency.door().get("/api/monitoring/v1/lead-bundles/" + id + "/files").require(200);
        assertThat(files.each("/items", "name")).isEqualTo(List.of(address));
        hasItsFile("W-" + number, page, files.textAt("/items/0/evidenceId"));
    }

    /** The city finds the lead, and beside it the very file that lay in the bundle. */
    private void hasItsFile(String findingNo, Picture page, String evidenceId) {
        Answer leads = agency.leadsOf(instruction);
        int at = leads.each("/items", "findingNo").indexOf(findingNo);
        assertThat(at).as(leads.text()).isNotNegative();
        Answer lead = city.awaitsHashOf(leads.textAt("/items/" + at + "/id"));
        assertThat(lead.textAt("/finding/evidence/0/evidenceId")).isEqualTo(evidenceId);
        // Whoever works on a lead sees its file as soon as detection knows of the lead.
        await().atMost(RunningStack.PATIENCE)
                .until(() -> city.looksForEvidence(evidenceId).status() == 200);
        assertThat(city.looksForEvidence(evidenceId).textAt("/sha256"))
                .isEqualTo(LeadParcel.sha256(page.bytes()));
    }
}
