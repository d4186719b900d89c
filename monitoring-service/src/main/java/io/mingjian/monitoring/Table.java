package io.mingjian.monitoring;

import java.util.Locale;

/** The tables that whoever runs the service may replace by his own; all others are code. */
public enum Table {
    PLATFORMS("/codes/platforms.yaml", "finding.Platforms"),
    PLATFORM_ORGANISATIONS("/codes/platform-organisations.yaml", "finding.PlatformOrganisations"),
    PLATFORM_DOMICILES("/codes/platform-domiciles.yaml", "assignment.PlaceRules"),
    PLACE_RULES("/codes/place-rules.yaml", "assignment.PlaceRules"),
    SLA_TASKS("/sla/tasks.yaml", "sla.SlaTasks"),
    QUALITY_FORMULAS("/quality/formulas.yaml", "quality.Formulas"),
    INSTRUCTION_LIMITS("/limits/instruction.yaml", "instruction.InstructionLifecycle"),
    LEAD_LIMITS("/limits/lead.yaml", "lead.LeadLifecycle"),
    LETTER_LIMITS("/limits/letter.yaml", "letter.LetterLifecycle");

    private final String shipped;
    private final String readBy;

    Table(String shipped, String readBy) {
        this.shipped = shipped;
        this.readBy = readBy;
    }

    /** Where the table that ships with the service lies. */
    String shipped() {
        return shipped;
    }

    /** The class that reads it once, when it is first used. */
    String readBy() {
        return Table.class.getPackageName() + "." + readBy;
    }

    /** What its replacement is called: {@code place-rules.yaml}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
    }
}
