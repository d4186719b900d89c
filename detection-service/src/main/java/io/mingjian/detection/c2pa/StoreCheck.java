package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.ManifestReport.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the manifests of a store, beginning with the file's own and following the links to those
 * of its ingredients. Each manifest is checked once, however many links lead to it, so that a
 * circle of links ends.
 */
final class StoreCheck {
    private final ManifestStore store;
    private final Trust trust;
    private final Binding binding;
    private final Set<String> redacted;
    private final Map<String, List<ValidationCode>> codes = new LinkedHashMap<>();
    private final Map<String, Signing> signings = new LinkedHashMap<>();
    private final Map<String, List<Recorded>> recorded = new LinkedHashMap<>();
    private final Set<String> line = new HashSet<>();
    private final Effort effort = new Effort();

    StoreCheck(ManifestStore store, Trust trust, Binding binding) {
        this.store = store;
        this.trust = trust;
        this.binding = binding;
        this.redacted =
                store.manifests().stream()
                        .flatMap(
                                m ->
                                        m.claim().redacted().stream()
                                                .filter(a -> !a.manifest().equals(m.label())))
                        .map(BoxAddress::url)
                        .collect(Collectors.toSet());
    }

    List<ManifestReport> run() {
        Manifest active = store.active();
        line.add(active.label());
        Deque<Manifest> open = new ArrayDeque<>(List.of(active));
        while (!open.isEmpty()) {
            Manifest next = open.remove();
            if (!codes.containsKey(next.label())) {
                codes.put(next.label(), new ArrayList<>());
                signature(next);
                assertions(next);
                open.addAll(ingredients(next));
            }
        }
        binding(active);
        return store.manifests().stream().map(this::report).toList();
    }

    private void add(Manifest manifest, Status status, BoxAddress at) {
        codes(manifest).add(ValidationCode.of(status, at));
    }

    private List<ValidationCode> codes(Manifest manifest) {
        return codes.computeIfAbsent(manifest.label(), label -> new ArrayList<>());
    }

    private void signature(Manifest manifest) {
        Signing signing = Signing.check(manifest, trust, effort);
        signings.put(manifest.label(), signing);
        BoxAddress at = manifest.address("c2pa.signature");
        signing.results().forEach(status -> add(manifest, status, at));
    }

    private void assertions(Manifest manifest) {
        for (HashedLink link : manifest.claim().assertions()) {
            add(manifest, status(manifest, link), link.address());
        }
    }

    private Status status(Manifest manifest, HashedLink link) {
        HashAlgorithm algorithm = Binding.algorithm(link.algorithm());
        if (!link.address().manifest().equals(manifest.label())) {
            return Status.ASSERTION_OUTSIDE;
        }
        Optional<Jumbf> assertion = manifest.find(link.address());
        if (assertion.isEmpty()) {
            return redacted.contains(link.address().url())
                    ? Status.ASSERTION_REDACTED
                    : Status.ASSERTION_MISSING;
        }
        return Hashes.same(effort.hash(assertion.get(), algorithm), Optional.of(link.hash()))
                ? Status.ASSERTION_MATCH
                : Status.ASSERTION_MISMATCH;
    }

    // --- ingredients --------------------------------------------------------------------------

    /** Manifests of ingredients that are there. */
    private List<Manifest> ingredients(Manifest manifest) {
        List<Manifest> found = new ArrayList<>();
        for (Jumbf assertion : manifest.assertions("c2pa.ingredient")) {
            assertion.cbor().flatMap(fields -> ingredient(manifest, fields)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Manifest> ingredient(Manifest manifest, Cbor fields) {
        Optional<HashedLink> link =
                fields.get("activeManifest")
                        .or(() -> fields.get("c2pa_manifest"))
                        .flatMap(
                                l ->
                                        HashedLink.of(
                                                l, manifest.label(), manifest.claim().algorithm()));
        if (link.isEmpty()) {
            return Optional.empty();
        }
        BoxAddress at = link.get().address();
        Optional<Manifest> target = store.find(at.manifest());
        if (target.isEmpty()) {
            add(manifest, Status.INGREDIENT_MISSING, at);
            return Optional.empty();
        }
        boolean same = isHashOf(target.get(), link.get());
        add(manifest, same ? Status.INGREDIENT_VALID : Status.INGREDIENT_MISMATCH, at);
        if (isParent(fields) && line.contains(manifest.label())) {
            line.add(at.manifest());
        }
        recorded.computeIfAbsent(at.manifest(), label -> new ArrayList<>())
                .add(Recorded.of(fields, at.manifest()));
        return target;
    }

    private static boolean isParent(Cbor ingredient) {
        return ingredient.text("relationship").filter("parentOf"::equals).isPresent();
    }

    /** The hash is over the manifest; before version 1.3 it was over its claim. */
    private boolean isHashOf(Manifest target, HashedLink link) {
        HashAlgorithm algorithm = Binding.algorithm(link.algorithm());
        Optional<byte[]> stated = Optional.of(link.hash());
        return Hashes.same(effort.hash(target.box(), algorithm), stated)
                || Hashes.same(effort.claimHash(target, algorithm), stated);
    }

    // --- binding ------------------------------------------------------------------------------

    /** An update binds nothing itself: the manifest before it does. */
    private void binding(Manifest active) {
        Manifest binds = active;
        for (int steps = 0; binds.update(); steps++) {
            Optional<Manifest> parent = parent(binds);
            if (parent.isEmpty() || steps > store.manifests().size()) {
                add(active, Status.UPDATE_INVALID, binds.address());
                return;
            }
            binds = parent.get();
        }
        codes(active).addAll(binding.check(binds));
    }

    private Optional<Manifest> parent(Manifest update) {
        List<Manifest> parents = new ArrayList<>();
        for (Jumbf assertion : update.assertions("c2pa.ingredient")) {
            assertion
                    .cbor()
                    .filter(StoreCheck::isParent)
                    .flatMap(f -> f.get("activeManifest").or(() -> f.get("c2pa_manifest")))
                    .flatMap(link -> link.text("url"))
                    .flatMap(url -> BoxAddress.of(url, update.label()))
                    .flatMap(at -> store.find(at.manifest()))
                    .ifPresent(parents::add);
        }
        return parents.size() == 1 ? Optional.of(parents.get(0)) : Optional.empty();
    }

    // --- report -------------------------------------------------------------------------------

    private ManifestReport report(Manifest manifest) {
        Optional<Signing> signing = Optional.ofNullable(signings.get(manifest.label()));
        Role role = role(manifest);
        return new ManifestReport(
                Limits.bounded(manifest.label()),
                role,
                manifest.claim().generator(),
                signing.flatMap(Signing::issuer),
                signing.flatMap(Signing::time),
                signing.map(Signing::timeTrusted).orElse(false),
                Action.of(manifest),
                role == Role.ACTIVE ? codes(manifest) : marked(manifest));
    }

    private Role role(Manifest manifest) {
        if (manifest.label().equals(store.active().label())) {
            return Role.ACTIVE;
        }
        if (line.contains(manifest.label())) {
            return Role.PARENT;
        }
        return codes.containsKey(manifest.label()) ? Role.COMPONENT : Role.UNREFERENCED;
    }

    private List<ValidationCode> marked(Manifest manifest) {
        List<Recorded> records = recorded.getOrDefault(manifest.label(), List.of());
        return codes.getOrDefault(manifest.label(), List.of()).stream()
                .map(
                        code ->
                                code.isFailure() && records.stream().anyMatch(r -> r.covers(code))
                                        ? code.known()
                                        : code)
                .toList();
    }
}
