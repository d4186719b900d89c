package io.mingjian.registry.code;

import io.mingjian.registry.queue.Worklist;

/** Wrong on purpose: codes lie below all rooms and must know none. */
class WrongBorder {
    Worklist reachesUpwards;
}
