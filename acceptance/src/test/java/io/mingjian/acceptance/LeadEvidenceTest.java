package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.picture.Pictures;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the detection service says about the files of leads: it stands beside the lead and moves
 * nothing; a person decides.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadEvidenceTest {
    private CityReviewer city;
    private MonitoringAgency jingwei;
    private MonitoringAgency other;
    private String ofJingwei;
    private String ofOther;

    @BeforeAll
    void twoAgenciesWorkUnderOrders(Actors actors) {
        city = actors.cityReviewer();
        jingwei = actors.jingwei();
        other = actors.otherAgency();
        ofJingwei = World.anOrderTakenOnBy(jingwei, city, "monitor-jingwei");
        ofOther = World.anOrderTakenOnBy(other, city, "monitor-other");
    }

    /** A film that shows one picture all along was decoded, or nobody would know. */
    @Test
    void ofAFilmStandsBesideTheLead() {
        Picture film = Pictures.filmOf(Pictures.small(System.nanoTime()));
        Answer evidence = jingwei.uploads(film);
        String lead = handsIn(jingwei, ofJingwei, evidence, "静止画面");

        Answer seen = city.awaitsIndicationsOf(lead);
        assertThat(seen.textAt("/indications/0/evidenceId")).isEqualTo(evidence.textAt("/id"));
        assertThat(seen.textAt("/indications/0/mediaType")).isEqualTo("video/x-msvideo");
        assertThat(seen.textAt("/indications/0/hashMatch")).isEqualTo("MATCHES");
        assertThat(seen.textAt("/indications/0/band")).isNotEmpty();
        assertThat(seen.each("/indications/0/signals", "code")).contains("FILM_STILL");
        assertThat(seen.at("/evidence/strongest")).isEqualTo(seen.at("/indications/0/band"));
        assertThat(seen.textAt("/lead/state")).as("a hint moves nothing").isEqualTo("SUBMITTED");

        Answer byAgency = jingwei.sees(lead);
        assertThat(byAgency.textAt("/indications/0/analyzedAt")).isNotEmpty();
        assertThat(byAgency.textAt("/indications/0/labelVerdict")).isNotEmpty();
        assertThat(byAgency.text()).doesNotContain("FILM_STILL");
    }

    @Test
    void proposesLeadsThatShowOnePictureAndAPersonSaysThatTheyAreOne() {
        Picture photo = Pictures.photograph(System.nanoTime(), LocalDateTime.now());
        String first = handsIn(jingwei, ofJingwei, jingwei.uploads(photo), "甲");
        Answer before = city.awaitsIndicationsOf(first);
        String second =
                handsIn(other, ofOther, other.uploads(Pictures.resavedAndCropped(photo, 0.8)), "乙");

        Answer proposed = city.awaitsLikelyDuplicateOf(second, first);
        assertThat(proposed.each("/duplicateProposals", "leadId")).containsExactly(first);
        assertThat(proposed.each("/duplicateProposals/0/because", "kind"))
                .containsExactly("PICTURE");
        assertThat(proposed.textAt("/duplicateProposals/0/agency")).isEqualTo("monitor-jingwei");
        assertThat(proposed.textAt("/duplicateProposals/0/proposal")).isEqualTo("PROPOSED");
        assertThat(proposed.textAt("/lead/state")).isEqualTo("SUBMITTED");
        assertThat(proposed.textAt("/duplicateOf")).isEmpty();
        assertThat(proposed.each("/history", "step")).containsExactly("SUBMIT");
        Answer firstAfter = city.looksForLead(first).require(200);
        for (String part : List.of("/lead", "/finding", "/history", "/duplicateOf")) {
            assertThat(firstAfter.at(part)).as(part).isEqualTo(before.at(part));
        }
        assertThat(other.sees(second).text()).doesNotContain(first, "monitor-jingwei", "PICTURE");

        Answer one = city.takesForDuplicate(second, first, "两条线索所附图片为同一张，内容一致");
        assertThat(one.textAt("/lead/state")).isEqualTo("DUPLICATE");
        assertThat(one.textAt("/duplicateOf")).isEqualTo(first);
        assertThat(city.seesDuplicatesOf(second).each("/items", "proposal"))
                .containsExactly("CONFIRMED");
        assertThat(city.looksForLead(first).require(200).textAt("/lead/state"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    void proposesAFilmOfAPictureAndAPersonSaysThatTheyAreTwo() {
        Picture photo = Pictures.small(System.nanoTime());
        String first = handsIn(jingwei, ofJingwei, jingwei.uploads(photo), "丙");
        city.awaitsIndicationsOf(first);
        String second = handsIn(jingwei, ofJingwei, jingwei.uploads(Pictures.filmOf(photo)), "丁");

        city.awaitsLikelyDuplicateOf(second, first);
        Answer two = city.takesForTwo(second, first, "同一样图，两家店铺各自售卖");
        assertThat(two.each("/items", "proposal")).containsExactly("REJECTED");
        Answer after = city.looksForLead(second).require(200);
        assertThat(after.textAt("/lead/state")).isEqualTo("SUBMITTED");
        assertThat(after.at("/duplicateProposals")).isEmpty();
    }

    /** About a shop, a page and goods of their own, so that nothing but the picture is common. */
    private static String handsIn(
            MonitoringAgency agency, String instruction, Answer evidence, String word) {
        ObjectNode finding = World.finding("evidence", evidence).json();
        String own = word + evidence.textAt("/sha256");
        finding.put("shopName", own + "店").put("subjectName", own + "商行");
        finding.put("contentSummary", own.repeat(3));
        finding.remove("uscc");
        return agency.trySubmit(instruction, finding, Map.of()).require(201).textAt("/lead/id");
    }
}
