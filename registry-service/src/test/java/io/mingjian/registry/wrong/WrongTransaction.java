package io.mingjian.registry.wrong;

import jakarta.transaction.Transactional;

/** Wrong on purpose: the other transaction annotation. */
class WrongTransaction {
    @Transactional
    void write() {}
}
