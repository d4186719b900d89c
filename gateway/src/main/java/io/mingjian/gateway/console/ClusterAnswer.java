package io.mingjian.gateway.console;

import io.mingjian.gateway.console.DossierAnswer.Face;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who shares contacts with a person, as the registry shows it. */
record ClusterAnswer(
        @Nullable List<Face> persons, int elsewhere, @Nullable List<Link> links, boolean cut) {

    /** A contact that several persons have. */
    record Link(String kindName, String contact, @Nullable List<UUID> persons, int elsewhere) {}
}
