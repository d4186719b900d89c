package io.mingjian.registry.person;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.ContactKind;
import io.mingjian.registry.filer.Faces.Face;
import io.mingjian.registry.person.Clusters.Counted;
import io.mingjian.registry.person.Clusters.Link;
import io.mingjian.registry.person.Surrounding.Group;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What comes out at the doors of clusters. */
final class ClusterViews {
    private ClusterViews() {}

    /**
     * Who shares contacts with a person, directly or over others.
     *
     * @param persons those whom the caller's bureau may know
     * @param elsewhere how many more there are with whom only other bureaus have to do
     * @param cut whether the group is larger than what is shown
     */
    @Schema(
            name = "ContactCluster",
            description = "共用联系方式的投诉举报人（第十七条第四项） / Persons who share contacts")
    record ClusterView(
            UUID personId,
            List<FaceView> persons,
            int elsewhere,
            List<LinkView> links,
            boolean cut) {

        static ClusterView of(UUID personId, Group group, Set<UUID> known, Map<UUID, Face> faces) {
            Collection<UUID> shown = group.persons();
            return new ClusterView(
                    personId,
                    shown.stream()
                            .filter(known::contains)
                            .map(faces::get)
                            .map(FaceView::of)
                            .toList(),
                    (int) shown.stream().filter(each -> !known.contains(each)).count(),
                    group.links().stream().map(link -> LinkView.of(link, known)).toList(),
                    group.cut());
        }
    }

    /** A contact, masked, and who has it. */
    @Schema(name = "SharedContact")
    record LinkView(
            ContactKind kind, String kindName, String contact, List<UUID> persons, int elsewhere) {
        static LinkView of(Link link, Set<UUID> known) {
            List<UUID> shown = link.persons().stream().filter(known::contains).toList();
            return new LinkView(
                    link.kind(),
                    link.kind().zh(),
                    link.masked(),
                    shown,
                    link.persons().size() - shown.size());
        }
    }

    /** A line of the list of the largest groups. */
    @Schema(name = "ContactClusterItem")
    record ClusterItem(
            UUID personId,
            int persons,
            int contacts,
            List<ContactKind> kinds,
            OffsetDateTime countedAt) {
        static ClusterItem of(Counted counted) {
            return new ClusterItem(
                    counted.cluster().id(),
                    counted.cluster().persons(),
                    counted.cluster().contacts(),
                    Arrays.stream(counted.cluster().kinds().split(","))
                            .map(ContactKind::valueOf)
                            .toList(),
                    counted.at().atZone(LegalDay.ZONE).toOffsetDateTime());
        }
    }

    /** The largest groups. */
    @Schema(name = "ContactClusterList")
    record ClusterList(List<ClusterItem> items) {}
}
