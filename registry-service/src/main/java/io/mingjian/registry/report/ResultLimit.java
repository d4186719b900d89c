package io.mingjian.registry.report;

import io.mingjian.kit.time.LimitName;

/** The clock whose length is a row of {@code rules/result-notices.yaml}. */
enum ResultLimit implements LimitName {
    /** To tell the reporter of the result where a law asks for it (Order 121 Art 36). */
    RESULT_NOTICE("结果告知期限");

    private final String zh;

    ResultLimit(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
