package io.mingjian.gateway.wrong.console;

import io.mingjian.gateway.quota.Verdict;

/** A page that counts quotas by itself. */
class WrongConsole {
    Verdict verdict;
}
