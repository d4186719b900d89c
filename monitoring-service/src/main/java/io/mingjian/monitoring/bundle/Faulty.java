package io.mingjian.monitoring.bundle;

import io.mingjian.kit.refusal.Invalid;

/** Why a bundle as a whole is refused. */
final class Faulty {
    private static final int LONGEST_NAME = 80;

    private Faulty() {}

    static Invalid of(String code, String zh) {
        return new Invalid("", code, zh, code.replace('-', ' '));
    }

    static Invalid broken(String what) {
        return of("broken-archive", "文件包已损坏或者不是允许的格式（" + what + "），未保存任何内容。");
    }

    static Invalid tooManyEntries(int most) {
        return of("too-many-entries", "文件包中的文件超过 " + most + " 个，请拆分后上传。");
    }

    static Invalid tooLargeInside(String what) {
        return of("unpacks-to-too-much", what + "解压后超过上限，不予读取。");
    }

    static Invalid bomb(String name) {
        return of("compression-ratio", "“" + shown(name) + "”的压缩比异常，不予读取。");
    }

    /** A name as it may be shown: short, and without what is no character to read. */
    static String shown(String name) {
        String text = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "�");
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }
}
