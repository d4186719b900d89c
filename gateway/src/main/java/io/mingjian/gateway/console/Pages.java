package io.mingjian.gateway.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the console, one per page. */
@CheckedTemplate(basePath = "console")
final class Pages {
    private Pages() {}

    static native TemplateInstance landing(String notice);

    static native TemplateInstance queue(Officer officer, QueuePage page);

    static native TemplateInstance filing(Officer officer, FilingPage page);

    static native TemplateInstance lookup(Officer officer, LookupPage page);

    static native TemplateInstance filer(Officer officer, FilerPage page);

    static native TemplateInstance entries(Officer officer, EntriesPage page);

    static native TemplateInstance entry(Officer officer, EntryPage page);

    static native TemplateInstance rechecks(Officer officer, RecheckPage page);

    static native TemplateInstance problem(Officer officer, ProblemPage page);
}
