package io.mingjian.detection.analysis;

/** Among what the same picture was looked for. */
enum Scope {
    /** All evidence of all parties. */
    EVERYBODY("", ""),

    /** The reader's own evidence. */
    OWN("在本机构提交的证据中", "未与其他机构的证据查对。"),

    /** The files that were given on the command line. */
    GIVEN("在本次给出的文件之间", "未与其他任何图片查对。"),

    /** No other matter: all files that were given are of one. */
    ONE_MATTER("", "本次给出的文件属于同一事项，未与其他事项的图片查重。"),

    /** Nothing: one file was given. */
    ONE_FILE("", "只给出一份文件，没有可供比对的其他图片，未作查重。");

    private final String zhAmong;
    private final String zhBeyond;

    Scope(String zhAmong, String zhBeyond) {
        this.zhAmong = zhAmong;
        this.zhBeyond = zhBeyond;
    }

    /** Said before that nothing was seen; empty where it was looked for everywhere. */
    String zhAmong() {
        return zhAmong;
    }

    /** Whether there was anything that could have shown a use elsewhere. */
    boolean reachesOthers() {
        return this != ONE_MATTER && this != ONE_FILE;
    }

    /** A sentence about what it was not compared with; empty likewise. */
    String zhBeyond() {
        return zhBeyond;
    }
}
