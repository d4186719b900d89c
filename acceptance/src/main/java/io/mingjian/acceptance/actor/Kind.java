package io.mingjian.acceptance.actor;

/** What a filing is handled as. */
public enum Kind {
    COMPLAINT("complaints"),
    REPORT("reports");

    private final String folder;

    Kind(String folder) {
        this.folder = folder;
    }

    public String path(String id) {
        return "/api/registry/v1/" + folder + "/" + id;
    }
}
