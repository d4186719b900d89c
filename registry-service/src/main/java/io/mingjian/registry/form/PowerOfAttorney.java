package io.mingjian.registry.form;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an agent may do for the filer (Order 121 Art 11). Who the agent is lies with the identities,
 * not here.
 *
 * @param matters what it was given for
 * @param powers what the agent may do in these matters
 * @param validTo last day
 * @param evidenceId the signed original
 */
@Schema(name = "PowerOfAttorney", description = "授权委托书 / Power of attorney (Art 11)")
public record PowerOfAttorney(
        String matters, String powers, LocalDate validFrom, LocalDate validTo, UUID evidenceId) {}
