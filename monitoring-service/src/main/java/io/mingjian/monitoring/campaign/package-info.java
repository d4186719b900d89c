/**
 * Special operations (专项行动): instructions grouped under a name, a period, a basis and an organiser;
 * what platforms report of their own measures; and the figures that are published.
 *
 * <p>Owns the tables {@code campaign}, {@code campaign_platform}, {@code campaign_instruction},
 * {@code platform_report}, {@code campaign_publication} and {@code campaign_publication_line};
 * speaks on {@code mingjian.monitoring.campaign}. A report is never changed: a correction is a
 * report of its own, with reasons. A publication is the sum of the reports that it lists, which the
 * database checks, and is never changed either: what is corrected later is shown beside it. One
 * person proposes, another releases.
 *
 * <p>Who sees what: the city all; a platform that was asked to report the campaign and its own
 * reports. For anybody else a campaign does not exist. The field set follows the figures that the
 * cyberspace administration published for its special operations; no text prescribes it.
 */
package io.mingjian.monitoring.campaign;
