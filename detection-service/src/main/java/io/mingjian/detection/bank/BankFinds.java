package io.mingjian.detection.bank;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries that a piece of evidence shows, the closest first.
 *
 * @param finds of each bank no more than are looked at
 * @param more banks of which the piece shows more entries than these, so that their numbers are the
 *     least
 */
public record BankFinds(List<BankFind> finds, Set<Bank> more) {
    public static final BankFinds NONE = new BankFinds(List.of(), Set.of());

    public BankFinds {
        finds = List.copyOf(finds);
        more = Set.copyOf(more);
    }

    /**
     * The first of each bank.
     *
     * @param found one more of each bank than {@code most}, if there are so many
     */
    static BankFinds of(List<BankFind> found, int most) {
        Map<Bank, Integer> counts = new EnumMap<>(Bank.class);
        List<BankFind> finds = new ArrayList<>();
        Set<Bank> more = EnumSet.noneOf(Bank.class);
        for (BankFind find : found) {
            if (counts.merge(find.bank(), 1, Integer::sum) <= most) {
                finds.add(find);
            } else {
                more.add(find.bank());
            }
        }
        return new BankFinds(finds, more);
    }
}
