package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Unreadable;
import io.mingjian.monitoring.bundle.BundleFiles.KeptFile;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import io.mingjian.monitoring.imports.BundleSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The findings of bundles as text and back. Thousands of them are read and written on the thread
 * that calls, a worker's: no event loop and no transaction waits for it.
 */
@ApplicationScoped
class KeptFindings implements BundleSource {
    private static final Caller MACHINE = Caller.machine("monitoring");
    private static final TypeReference<List<ObjectNode>> FINDINGS = new TypeReference<>() {};

    private final Bundles bundles;
    private final BundleFiles files;
    private final Work work;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    KeptFindings(
            Bundles bundles,
            BundleFiles files,
            Work work,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.bundles = bundles;
        this.files = files;
        this.work = work;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Kept read(UUID bundleId) {
        int taken = work.session(() -> bundles.require(MACHINE, bundleId)).taken();
        String text = work.session(() -> bundles.findings(MACHINE, bundleId));
        Map<Integer, KeptFile> byNo =
                work
                        .session(() -> files.page(MACHINE, bundleId, null, -1, Integer.MAX_VALUE))
                        .stream()
                        .collect(Collectors.toMap(KeptFile::no, Function.identity()));
        List<Item> items =
                parsed(text).stream().map(each -> FileNumbers.withEvidence(each, byNo)).toList();
        return new Kept(items, taken);
    }

    @Override
    public Uni<Boolean> taken(UUID bundleId, int from, int to) {
        return bundles.taken(MACHINE, bundleId, from, to);
    }

    @Override
    public Uni<Void> end(UUID bundleId) {
        return bundles.forgetFindings(MACHINE, bundleId);
    }

    /**
     * Its files are evidence already, so that handing it over again enters its findings alone. One
     * whose findings are gone is given up, so that it may be sent again.
     */
    @Override
    public Uni<Void> stopped(UUID bundleId) {
        return bundles.takeNone(MACHINE, bundleId)
                .chain(
                        kept ->
                                bundles.requireHeld(MACHINE, bundleId)
                                        .map(bundle -> step(bundle, kept)))
                .chain(
                        taken ->
                                audit.record(
                                        MACHINE,
                                        AuditEntry.of(
                                                        "lead-bundle.take-back",
                                                        "lead-bundle",
                                                        bundleId.toString())
                                                .changing(taken.from(), taken.to())));
    }

    private Transition<BundleState, BundleStep> step(Bundle bundle, boolean kept) {
        return kept
                ? bundle.takeBack(MACHINE, clock.instant())
                : bundle.cancel(MACHINE, clock.instant());
    }

    @Override
    public Uni<Boolean> anyStopped(Caller caller, UUID instructionId) {
        return bundles.anyTakenBack(caller, instructionId);
    }

    String text(List<ObjectNode> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings are always writable", impossible);
        }
    }

    private List<ObjectNode> parsed(@Nullable String text) {
        if (text == null) {
            throw new Unreadable("文件包中的线索已不在系统中，请重新报送该文件包。");
        }
        try {
            return json.readValue(text, FINDINGS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings are kept as they were written", impossible);
        }
    }
}
