package io.mingjian.registry.document;

import io.mingjian.registry.code.District;

/** How a bureau names itself on its letters. */
final class Bureau {
    private Bureau() {}

    static String zh(String organisation) {
        return District.ofOrganisation(organisation)
                .map(district -> "上海市" + district.zh() + "市场监督管理局")
                .orElse("上海市市场监督管理局");
    }
}
