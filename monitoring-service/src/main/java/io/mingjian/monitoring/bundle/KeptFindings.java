package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.monitoring.bundle.BundleFiles.KeptFile;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import io.mingjian.monitoring.imports.BundleSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final ObjectMapper json;

    KeptFindings(Bundles bundles, BundleFiles files, Work work, ObjectMapper json) {
        this.bundles = bundles;
        this.files = files;
        this.work = work;
        this.json = json;
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

    String text(List<ObjectNode> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings are always writable", impossible);
        }
    }

    private List<ObjectNode> parsed(String text) {
        try {
            return json.readValue(text, FINDINGS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings are kept as they were written", impossible);
        }
    }
}
