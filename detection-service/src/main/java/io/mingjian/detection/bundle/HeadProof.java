package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the chains of custody of a bundle lead to published heads. Two trails for each piece: of its
 * first entry to the first head that covers it, which tells since when the file has been kept; and
 * of its last entry to the newest head, which covers all entries before it by their seals.
 *
 * @param heads in the order of their numbers, the newest last
 */
public record HeadProof(List<AuditHead> heads, List<Trail> trails) {
    public HeadProof {
        heads = List.copyOf(heads);
        trails = List.copyOf(trails);
    }

    /**
     * @param seq of the entry of custody
     * @param head number of the head
     * @param place of its seal in the tree, from 0
     * @param path beside the way from the root down
     */
    public record Trail(String evidenceId, int seq, long head, long place, List<String> path) {
        public Trail {
            path = List.copyOf(path);
        }
    }

    AuditHead newest() {
        return heads.get(heads.size() - 1);
    }

    /** The first head that covers the evidence; null if no trail leads there. */
    @Nullable AuditHead first(String evidenceId) {
        return trails.stream()
                .filter(trail -> trail.evidenceId().equals(evidenceId) && trail.seq() == 1)
                .flatMap(trail -> heads.stream().filter(head -> head.number() == trail.head()))
                .findFirst()
                .orElse(null);
    }

    List<Flaw> flaws(List<Custody> chains) {
        List<Flaw> flaws = new ArrayList<>();
        heads.stream()
                .filter(head -> !head.isIntact())
                .forEach(head -> flaws.add(flaw("第 " + head.number() + " 号链头的内容与其哈希值不符")));
        if (heads.isEmpty() || !isAscending()) {
            flaws.add(flaw("链头缺失或者次序不对"));
            return flaws;
        }
        List<Trail> expected = new ArrayList<>();
        for (Custody chain : chains) {
            flaws.addAll(flaws(chain));
            trails.stream()
                    .filter(trail -> trail.evidenceId().equals(chain.evidenceId()))
                    .forEach(expected::add);
        }
        if (!expected.equals(trails)) {
            flaws.add(flaw("路径与包内证据不对应"));
        }
        return flaws;
    }

    private List<Flaw> flaws(Custody chain) {
        List<Trail> own =
                trails.stream()
                        .filter(trail -> trail.evidenceId().equals(chain.evidenceId()))
                        .toList();
        int last = chain.entries().size();
        if (last == 0
                || own.size() != 2
                || own.get(0).seq() != 1
                || own.get(1).seq() != last
                || own.get(1).head() != newest().number()) {
            return List.of(flaw("证据 " + chain.evidenceId() + " 缺少通向链头的路径"));
        }
        Map<Long, AuditHead> byNumber =
                heads.stream().collect(Collectors.toMap(AuditHead::number, Function.identity()));
        List<Flaw> flaws = new ArrayList<>();
        for (Trail trail : own) {
            AuditHead head = byNumber.get(trail.head());
            String seal = chain.entries().get(trail.seq() - 1).seal();
            if (head == null || !leads(trail, seal, head)) {
                flaws.add(
                        flaw(
                                "证据 %s 的第 %d 条保管记录不能推出第 %d 号链头"
                                        .formatted(chain.evidenceId(), trail.seq(), trail.head())));
            }
        }
        return flaws;
    }

    private static boolean leads(Trail trail, String seal, AuditHead head) {
        try {
            return head.root()
                    .equals(SealTree.rootOver(seal, trail.place(), head.entries(), trail.path()));
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        }
    }

    private boolean isAscending() {
        for (int i = 1; i < heads.size(); i++) {
            if (heads.get(i - 1).number() >= heads.get(i).number()) {
                return false;
            }
        }
        return true;
    }

    private static Flaw flaw(String what) {
        return Flaw.of(Kind.AUDIT_HEAD, BundleNames.HEAD, what);
    }
}
