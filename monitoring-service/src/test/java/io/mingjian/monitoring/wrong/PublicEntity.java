package io.mingjian.monitoring.wrong;

import jakarta.persistence.MappedSuperclass;

/**
 * Wrong on purpose: another room could change it past its lifecycle. Mapped to no table of its own.
 */
@MappedSuperclass
public class PublicEntity {}
