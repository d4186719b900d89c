package io.mingjian.monitoring.wrong;

import jakarta.transaction.Transactional;

/** Wrong on purpose: it would not join the reactive transaction. */
class OtherTransaction {
    @Transactional
    void save() {}
}
