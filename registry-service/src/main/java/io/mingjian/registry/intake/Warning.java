package io.mingjian.registry.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One remark on a form that an officer should look at again; the filing is entered all the same.
 *
 * @param pointer RFC 6901 JSON pointer to the field
 * @param code stable kebab-case name of the remark
 */
@Schema(name = "FilingWarning", description = "登记提示，不影响登记 / A remark; the filing is entered")
public record Warning(String pointer, String code, String zh) {}
