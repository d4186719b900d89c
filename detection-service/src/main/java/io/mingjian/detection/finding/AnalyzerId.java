package io.mingjian.detection.finding;

/**
 * Name and version of an analyzer, stored with everything it finds.
 *
 * @param name stable kebab-case name, unique on the panel
 * @param version grows whenever the same bytes may give another finding
 */
public record AnalyzerId(String name, int version) {
    public AnalyzerId {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("analyzer name is not kebab-case: " + name);
        }
        if (version < 1) {
            throw new IllegalArgumentException("analyzer version starts at 1");
        }
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
