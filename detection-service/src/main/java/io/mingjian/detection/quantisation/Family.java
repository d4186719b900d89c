package io.mingjian.detection.quantisation;

import java.util.regex.Pattern;

/** Who is known to write such tables. */
enum Family {
    /**
     * The tables of the standard's annex, scaled; written by cameras, phones and programs alike.
     */
    IJG("通用图像库（IJG）", ""),
    MOZJPEG("压缩程序 mozjpeg ", "mozjpeg|squoosh"),
    PHOTOSHOP("Adobe Photoshop“存储为”", "adobe|photoshop|lightroom"),
    PHOTOSHOP_WEB("Adobe Photoshop“存储为 Web 所用格式”", "adobe|photoshop|lightroom"),
    LIGHTROOM("Adobe Lightroom、Photoshop", "adobe|photoshop|lightroom"),
    /** Apple's library, which its phones use as well. */
    QUICKTIME("Apple QuickTime", ""),
    ACDSEE("ACDSee", ""),
    FINEPIX_VIEWER("FinePixViewer", ""),
    CAMERA("相机", ""),
    UNKNOWN("未知", "");

    private final String zhName;
    private final Pattern names;

    Family(String zhName, String names) {
        this.zhName = zhName;
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    String zhName() {
        return zhName;
    }

    /** Programs write these tables, and no camera is known to. */
    boolean isOfPrograms() {
        return !names.pattern().isEmpty();
    }

    /** The file itself names such a program. */
    boolean isNamedIn(String software) {
        return names.matcher(software).find();
    }
}
