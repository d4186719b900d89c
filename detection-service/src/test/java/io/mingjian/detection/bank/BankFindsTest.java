package io.mingjian.detection.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BankFindsTest {
    @Test
    void ofEachBankTheFirstAreToldAndWhetherThereAreMore() {
        BankFind first = find(Bank.STOCK);
        BankFind second = find(Bank.STOCK);
        BankFind generated = find(Bank.KNOWN_AI);
        BankFind anotherGenerated = find(Bank.KNOWN_AI);
        BankFinds finds =
                BankFinds.of(
                        List.of(first, generated, second, anotherGenerated, find(Bank.STOCK)), 2);
        assertThat(finds.finds()).containsExactly(first, generated, second, anotherGenerated);
        assertThat(finds.more()).containsExactly(Bank.STOCK);
    }

    private static BankFind find(Bank bank) {
        return new BankFind(
                UUID.randomUUID(), bank, Likeness.CROPPED, 4, 0.9, Optional.empty(), false, true);
    }
}
