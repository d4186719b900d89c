package io.mingjian.kit.time;

import java.util.List;
import java.util.stream.Collectors;

/** A holiday notice that cannot be right; lists everything that is wrong with it. */
public final class NoticeRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    NoticeRejected(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer into the notice, empty for the whole
     * @param code stable kebab-case name of the rule
     * @param zhDetail what is wrong and what is expected, zh-CN
     */
    public record Fault(String pointer, String code, String zhDetail) {
        @Override
        public String toString() {
            return "%s %s %s".formatted(pointer, code, zhDetail).strip();
        }
    }
}
