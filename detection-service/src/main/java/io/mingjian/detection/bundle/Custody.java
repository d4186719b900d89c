package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain of custody of one piece of evidence, as far as the asker may read it. */
public record Custody(String evidenceId, List<Line> entries) {
    private static final int MOST_FLAWS = 20;

    public Custody {
        entries = List.copyOf(entries);
    }

    /**
     * One entry. Of acts of others the asker may not know who acted, what for or with what outcome;
     * such an entry keeps its seal, and whoever has the whole entry can show that it fits.
     *
     * @param at as sealed, in UTC
     */
    public record Line(
            int seq,
            String act,
            String actName,
            @Nullable String actor,
            @Nullable String organisation,
            @Nullable String purpose,
            String at,
            @Nullable String detail,
            String previousSeal,
            String seal) {

        boolean isWithheld() {
            return actor == null || organisation == null || purpose == null || detail == null;
        }

        /** The seal that the content asks for; empty if the asker may not read all of it. */
        private Optional<String> expected(String evidenceId) {
            return actor == null || organisation == null || purpose == null || detail == null
                    ? Optional.empty()
                    : Optional.of(
                            CustodySeal.of(
                                    evidenceId,
                                    seq,
                                    act,
                                    actor,
                                    organisation,
                                    purpose,
                                    at,
                                    detail,
                                    previousSeal));
        }
    }

    long withheld() {
        return entries.stream().filter(Line::isWithheld).count();
    }

    /** Where the entries are not the unbroken chain of this file. */
    List<Flaw> flaws(String entry, Hashes file) {
        List<Flaw> flaws = new ArrayList<>();
        if (entries.isEmpty()) {
            flaws.add(Flaw.of(Kind.CUSTODY, entry, "保管链没有任何记录"));
        }
        String previous = CustodySeal.root(evidenceId, file);
        int seq = 0;
        for (Line line : entries) {
            seq++;
            String fault = fault(line, seq, previous);
            if (fault != null && flaws.size() < MOST_FLAWS) {
                flaws.add(Flaw.of(Kind.CUSTODY, entry, "第 " + seq + " 条记录" + fault));
            }
            previous = line.seal();
        }
        return flaws;
    }

    private @Nullable String fault(Line line, int seq, String previous) {
        if (line.seq() != seq) {
            return "序号为 " + line.seq() + "，保管链有缺失或者次序变动";
        }
        if (!line.previousSeal().equals(previous)) {
            return seq == 1 ? "与原件的哈希值不衔接" : "与前一条记录的封印不衔接";
        }
        Optional<String> expected = line.expected(evidenceId);
        return expected.isPresent() && !expected.get().equals(line.seal()) ? "的内容与封印不符" : null;
    }
}
