package io.mingjian.gateway.identity;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.contracts.Role.SECURITY_ADMIN;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.mingjian.gateway.identity.BodyLimit.BATCH;
import static io.mingjian.gateway.identity.BodyLimit.BUNDLE;
import static io.mingjian.gateway.identity.BodyLimit.EVIDENCE;
import static io.mingjian.gateway.identity.BodyLimit.FILE;
import static io.mingjian.gateway.identity.BodyLimit.JSON;
import static io.mingjian.gateway.identity.BodyLimit.NONE;
import static io.mingjian.gateway.identity.Grant.bureau;
import static io.mingjian.gateway.identity.Grant.city;
import static io.mingjian.gateway.identity.Grant.department;
import static io.mingjian.gateway.identity.Grant.district;
import static io.mingjian.gateway.identity.Grant.everyone;
import static io.mingjian.gateway.identity.Grant.merchant;
import static io.mingjian.gateway.identity.Grant.modelProvider;
import static io.mingjian.gateway.identity.Grant.monitor;
import static io.mingjian.gateway.identity.Grant.platform;
import static io.mingjian.gateway.identity.Grant.police;
import static io.mingjian.gateway.identity.TimeLimit.LONG;
import static io.mingjian.gateway.identity.TimeLimit.QUICK;
import static io.mingjian.gateway.upstream.Service.DETECTION;
import static io.mingjian.gateway.upstream.Service.MONITORING;
import static io.mingjian.gateway.upstream.Service.REGISTRY;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.mingjian.gateway.identity.Match.Found;
import io.mingjian.gateway.identity.Match.OtherMethods;
import io.mingjian.gateway.identity.Match.Unknown;
import io.mingjian.gateway.upstream.Service;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The policy table: every operation that can be asked for from outside. What has no row does not
 * exist at the door.
 *
 * <p>{@code docs/policy.md} is printed from it and a test keeps both in step; another test compares
 * it with the checked-in descriptions of the services.
 */
public final class Operations {
    // spotless:off
    public static final List<Operation> TABLE = rows(
            //  method and path                                            body      time   who
            in(REGISTRY,
                row(POST, "/v1/filings",                                   JSON,     QUICK, bureau(INTAKE), platform(INTEGRATION)),
                row(POST, "/v1/filing-batches",                            BATCH,    LONG,  bureau(INTAKE), platform(INTEGRATION)),
                row(POST, "/v1/imports",                                   FILE,     LONG,  bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(GET,  "/v1/imports/template",                          NONE,     QUICK, bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(GET,  "/v1/imports/{id}",                              NONE,     QUICK, bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(GET,  "/v1/imports/{id}/rows",                         NONE,     QUICK, bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(GET,  "/v1/imports/{id}/errors",                       NONE,     LONG,  bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(POST, "/v1/imports/{id}/commit",                       JSON,     QUICK, bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(POST, "/v1/imports/{id}/cancellation",                 JSON,     QUICK, bureau(INTAKE, REVIEWER), platform(INTEGRATION)),
                row(GET,  "/v1/queue",                                     NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/queue/next",                                JSON,     QUICK, bureau(INTAKE, HANDLER, REVIEWER)),
                row(GET,  "/v1/queue/officers",                            NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/queue/{filingId}/claim",                    JSON,     QUICK, bureau(INTAKE, HANDLER, REVIEWER)),
                row(POST, "/v1/queue/{filingId}/release",                  JSON,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/queue/{filingId}/reassignment",             JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/queue/{filingId}/claims",                   NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/absences",                                  JSON,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/absences",                                  NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(DELETE, "/v1/absences/{id}",                           NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/recounts",                                  NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD, SYSTEM_ADMIN)),
                row(GET,  "/v1/recounts/{id}",                             NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD, SYSTEM_ADMIN)),
                row(GET,  "/v1/recounts/{id}/moves",                       NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD, SYSTEM_ADMIN)),
                row(GET,  "/v1/recounts/{id}/moves.csv",                   NONE,     LONG,  bureau(HANDLER, REVIEWER, HEAD, SYSTEM_ADMIN)),
                row(GET,  "/v1/complaints/{id}",                           NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/complaints/{id}/evidence/{evidenceId}/confirmation", NONE, QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/complaints/{id}/evidence/{evidenceId}/confirmation", JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/acceptance",                JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/non-acceptance",            JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/return",                    JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/routing",                   JSON,     QUICK, bureau(INTAKE)),
                row(POST, "/v1/complaints/{id}/termination",               JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/archiving",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/identity-request",          JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/identity-supply",           JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/authority-dispute",         JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/designation",               JSON,     QUICK, city(REVIEWER, HEAD)),
                row(POST, "/v1/complaints/{id}/take-over",                 JSON,     QUICK, city(HEAD)),
                row(POST, "/v1/complaints/{id}/mediation",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/appointments",              JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/delegation",                JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/delegation-end",            JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/appraisal",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/appraisal-end",             JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/recusal",                   JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/recusal-decision",          JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(POST, "/v1/complaints/{id}/claims",                    JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/agreement",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/telling",                   JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/complaints/{id}/clues",                     JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(GET,  "/v1/reports/{id}",                              NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/reports/{id}/evidence/{evidenceId}/confirmation", NONE, QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/reports/{id}/evidence/{evidenceId}/confirmation", JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/verification",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/return",                       JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/authority-dispute",            JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/routing",                      JSON,     QUICK, bureau(INTAKE)),
                row(POST, "/v1/reports/{id}/designation",                  JSON,     QUICK, city(REVIEWER, HEAD)),
                row(POST, "/v1/reports/{id}/take-over",                    JSON,     QUICK, city(HEAD)),
                row(POST, "/v1/reports/{id}/no-authority",                 JSON,     QUICK, bureau(INTAKE)),
                row(POST, "/v1/reports/{id}/duplicate",                    JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/merge",                        JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/extension-request",            JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/extension-approval",           JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/extension-refusal",            JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/withdrawal",                   JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/case-filing",                  JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/no-case",                      JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/agency-transfer",              JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/police-transfer-proposal",     JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/police-transfer-approval",     JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/police-transfer-refusal",      JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/case-extension-request",       JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/case-extension-approval",      JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/case-extension-refusal",       JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/collective-extension",         JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/excluded-time",                JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/excluded-time-end",            JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/case-closing",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/telling",                      JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/reward-proposal",              JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/reports/{id}/reward-decision",              JSON,     QUICK, bureau(HEAD)),
                row(POST, "/v1/reports/{id}/archiving",                    JSON,     QUICK, bureau(INTAKE, HANDLER, REVIEWER)),
                row(GET,  "/v1/documents",                                 NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/documents/{id}",                            NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/documents/{id}/file",                       NONE,     LONG,  bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/documents/{id}/services",                   JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/documents/{id}/withdrawal",                 JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/documents/{id}/reissue",                    JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/filers/{id}/disclosure",                    JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(GET,  "/v1/filers/{id}",                               NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/filers/{id}/cluster",                       NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/filer-clusters",                            NONE,     QUICK, city(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/filer-merges",                              NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/filer-merges",                              JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/filer-merges/{id}",                         NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/filer-merges/{id}/confirmation",            JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(POST, "/v1/filer-merges/{id}/dismissal",               JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(POST, "/v1/filer-merges/{id}/separation",              JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/abnormal-filer-entries",                                NONE, QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/abnormal-filer-entries",                                JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(GET,  "/v1/abnormal-filer-entries/{id}",                           NONE, QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/abnormal-filer-entries/{id}/review",                    JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/dismissal",                 JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/notice",                    JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/defence",                   JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/hearing-request",           JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/hearing-appointment",       JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/hearing",                   JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/hearing-withdrawal",        JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/listing-proposal",          JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/objection-proposal",        JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/removal-proposal",          JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/extension-proposal",        JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/revocation-proposal",       JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/decision",                  JSON, QUICK, bureau(HEAD)),
                row(POST, "/v1/abnormal-filer-entries/{id}/return",                    JSON, QUICK, bureau(HEAD)),
                row(POST, "/v1/abnormal-filer-entries/{id}/objection",                 JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/objection-acceptance",      JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/objection-rejection",       JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/stay",                      JSON, QUICK, bureau(HEAD)),
                row(POST, "/v1/abnormal-filer-entries/{id}/stay-end",                  JSON, QUICK, bureau(HEAD)),
                row(POST, "/v1/abnormal-filer-entries/{id}/prolongation",              JSON, QUICK, bureau(HEAD)),
                row(POST, "/v1/abnormal-filer-entries/{id}/removal-application",       JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/removal-acceptance",        JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/removal-rejection",         JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/remedy",                    JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-entries/{id}/archiving",                 JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(GET,  "/v1/rechecks",                                              NONE, QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/rechecks/{id}",                                         NONE, QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/rechecks/{id}/result",                                  JSON, QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/abnormal-filer-lookups",                    JSON,     QUICK, department(HANDLER, REVIEWER, HEAD, INTEGRATION)),
                row(GET,  "/v1/abnormal-filer-lookups",                    NONE,     QUICK, department(HANDLER, REVIEWER, HEAD), city(AUDITOR, SECURITY_ADMIN)),
                row(GET,  "/v1/abnormal-filer-lookups/{id}",               NONE,     QUICK, department(HANDLER, REVIEWER, HEAD), city(AUDITOR, SECURITY_ADMIN)),
                row(GET,  "/v1/lookup-agreements",                         NONE,     QUICK, department(HANDLER, REVIEWER, HEAD), city(REVIEWER, HEAD, AUDITOR, SECURITY_ADMIN)),
                row(POST, "/v1/lookup-agreements",                         JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/lookup-agreements/{id}",                    NONE,     QUICK, department(HANDLER, REVIEWER, HEAD), city(REVIEWER, HEAD, AUDITOR, SECURITY_ADMIN)),
                row(POST, "/v1/lookup-agreements/{id}/activation",         JSON,     QUICK, city(HEAD)),
                row(POST, "/v1/lookup-agreements/{id}/ending",             JSON,     QUICK, city(HEAD, SECURITY_ADMIN)),
                row(POST, "/v1/lookup-lifts",                              JSON,     QUICK, city(HEAD, SECURITY_ADMIN)),
                row(GET,  "/v1/filers/{id}/hits",                          NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/filers/{id}/marks",                         NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/filers/{id}/marks",                         JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(POST, "/v1/filers/{id}/marks/{mark}/revocation",       JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/filings/{id}/safeguard",                    NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/filings/{id}/safeguard",                    JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/criteria",                                  NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/criteria/{code}/versions",                  JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/criteria/{code}/versions/{version}",        NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/criteria/{code}/versions/{version}/activation", JSON, QUICK, city(HEAD)),
                row(POST, "/v1/criteria-trials",                           JSON,     QUICK, city(REVIEWER, HEAD)),
                row(GET,  "/v1/criteria-trials",                           NONE,     QUICK, city(HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/criteria-trials/{id}",                      NONE,     QUICK, city(HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/criteria-trials/{id}/report",               NONE,     QUICK, city(HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/clues",                                     NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/clues/{id}",                                NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/clues/{id}/taking-up",                      JSON,     QUICK, bureau(HANDLER, REVIEWER)),
                row(POST, "/v1/clues/{id}/dismissal",                      JSON,     QUICK, bureau(HANDLER, REVIEWER))),
            in(DETECTION,
                row(POST, "/v1/evidence",                                  EVIDENCE, LONG,  bureau(INTAKE, HANDLER), police(HANDLER),
                                                                                            monitor(HANDLER, INTEGRATION), platform(INTEGRATION), merchant(HANDLER)),
                row(GET,  "/v1/evidence",                                  NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}",                             NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/content",                     NONE,     LONG,  readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/thumbnail",                   NONE,     LONG,  readersOfEvidence()),
                row(POST, "/v1/evidence/{id}/original",                    JSON,     LONG,  bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/evidence/{id}/analysis",                    NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/heatmap",                     NONE,     LONG,  readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/maps",                        NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/maps/{kind}",                 NONE,     LONG,  readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/report",                      NONE,     LONG,  readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/report/overlay.svg",          NONE,     LONG,  readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/indications",                 NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/evidence/{id}/indications/{revision}",      NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/evidence/{id}/reanalysis",                  JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/evidence/{id}/outcomes",                    NONE,     QUICK, bureau(HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/evidence/{id}/outcomes",                    JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(POST, "/v1/evidence/{id}/outcomes/{outcomeId}/withdrawal", JSON, QUICK, bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/calibration",                               NONE,     QUICK, city(REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/evidence/{id}/custody",                     NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/retention",                   NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence/{id}/holds",                       NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/evidence/{id}/holds",                       JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/evidence/{id}/holds/{holdId}/release",      JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(GET,  "/v1/evidence-endings",                          NONE,     QUICK, readersOfEvidence()),
                row(POST, "/v1/evidence-sets",                             JSON,     QUICK, bureau(INTAKE, HANDLER),
                                                                                            monitor(HANDLER, INTEGRATION), platform(INTEGRATION), merchant(HANDLER)),
                row(GET,  "/v1/evidence-sets/{id}",                        NONE,     QUICK, readersOfEvidence()),
                row(GET,  "/v1/evidence-sets/{id}/consistency",            NONE,     LONG,  readersOfEvidence()),
                row(POST, "/v1/evidence-sets/{id}/members",                JSON,     QUICK, bureau(INTAKE, HANDLER),
                                                                                            monitor(HANDLER, INTEGRATION), platform(INTEGRATION), merchant(HANDLER)),
                row(POST, "/v1/bank-entries",                              EVIDENCE, LONG,  city(REVIEWER, HEAD), merchant(HANDLER)),
                row(GET,  "/v1/bank-entries",                              NONE,     QUICK, city(REVIEWER, HEAD, AUDITOR), merchant(HANDLER)),
                row(GET,  "/v1/bank-entries/{id}",                         NONE,     QUICK, city(REVIEWER, HEAD, AUDITOR), merchant(HANDLER)),
                row(GET,  "/v1/bank-entries/{id}/picture",                 NONE,     LONG,  city(REVIEWER, HEAD, AUDITOR), merchant(HANDLER)),
                row(POST, "/v1/bank-entries/{id}/confirmation",            JSON,     QUICK, city(REVIEWER, HEAD)),
                row(POST, "/v1/bank-entries/{id}/release",                 JSON,     QUICK, city(REVIEWER, HEAD)),
                row(POST, "/v1/bank-entries/{id}/revocation",              JSON,     QUICK, city(REVIEWER, HEAD), merchant(HANDLER)),
                row(POST, "/v1/preservation-bundles",                      JSON,     LONG,  bureau(REVIEWER, HEAD), police(HANDLER),
                                                                                            monitor(HANDLER, INTEGRATION), platform(INTEGRATION), merchant(HANDLER)),
                row(GET,  "/v1/audit-heads",                               NONE,     QUICK, everyone()),
                row(POST, "/v1/generation-requests",                       JSON,     QUICK, modelProvider(INTEGRATION)),
                row(GET,  "/v1/generation-requests/{id}",                  NONE,     QUICK, modelProvider(INTEGRATION)),
                row(GET,  "/v1/generation-requests/statistics",            NONE,     QUICK, city(HANDLER, REVIEWER, HEAD, AUDITOR))),
            in(MONITORING,
                row(POST, "/v1/instructions",                              JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/instructions",                              NONE,     QUICK, readersOfInstructions()),
                row(GET,  "/v1/instructions/{id}",                         NONE,     QUICK, readersOfInstructions()),
                row(POST, "/v1/instructions/{id}/acknowledgement",         JSON,     QUICK, monitor(HANDLER, REVIEWER, INTEGRATION)),
                row(POST, "/v1/instructions/{id}/decline",                 JSON,     QUICK, monitor(HANDLER, REVIEWER, INTEGRATION)),
                row(POST, "/v1/instructions/{id}/closing",                 JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/instructions/{id}/completion",              JSON,     QUICK, monitor(HANDLER, REVIEWER, INTEGRATION)),
                row(POST, "/v1/instructions/{id}/reopening",               JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/instructions/{id}/amendments",              JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/instructions/{id}/versions",                NONE,     QUICK, readersOfInstructions()),
                row(GET,  "/v1/instructions/{id}/versions/{version}",      NONE,     QUICK, readersOfInstructions()),
                row(POST, "/v1/instructions/{id}/reminders",               JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/instructions/{id}/reminders",               NONE,     QUICK, readersOfInstructions()),
                row(GET,  "/v1/violation-types",                           NONE,     QUICK, readersOfLeads()),
                row(POST, "/v1/agencies",                                  JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/agencies",                                  NONE,     QUICK, readersOfInstructions()),
                row(GET,  "/v1/agencies/{organisation}",                   NONE,     QUICK, readersOfInstructions()),
                row(POST, "/v1/agencies/{organisation}/contracts",         JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/agencies/{organisation}/contracts/{contractId}/ending", JSON, QUICK, city(REVIEWER)),
                row(POST, "/v1/agencies/{organisation}/staff",             JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/agencies/{organisation}/staff/{staffNo}/leaving", JSON, QUICK, city(REVIEWER)),
                row(POST, "/v1/agencies/{organisation}/trust",             JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/instructions/{id}/leads",                   JSON,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/instructions/{id}/lead-batches",            BATCH,    LONG,  monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/instructions/{id}/lead-imports",            FILE,     LONG,  monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/instructions/{id}/lead-imports/template",   NONE,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/lead-imports/{id}",                         NONE,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/lead-imports/{id}/rows",                    NONE,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/lead-imports/{id}/errors",                  NONE,     LONG,  monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/lead-imports/{id}/commit",                  JSON,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/lead-imports/{id}/cancellation",            JSON,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/instructions/{id}/lead-bundles",            BUNDLE,   LONG,  monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/lead-bundles/{id}",                         NONE,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/lead-bundles/{id}/files",                   NONE,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/lead-bundles/{id}/delivery",                JSON,     LONG,  monitor(HANDLER, INTEGRATION)),
                row(POST, "/v1/lead-bundles/{id}/cancellation",            JSON,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/leads",                                     NONE,     QUICK, readersOfLeads()),
                row(GET,  "/v1/leads/{id}",                                NONE,     QUICK, readersOfLeads()),
                row(POST, "/v1/leads/{id}/qualification",                  JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/leads/{id}/supplement",                     JSON,     QUICK, monitor(HANDLER, INTEGRATION)),
                row(GET,  "/v1/leads/{id}/versions",                       NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/leads/{id}/duplicates",                     NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/leads/{id}/duplicates/{other}/rejection",   JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/instructions/{id}/sampling-lots",           JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/instructions/{id}/sampling-lots",           NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/sampling-lots/{id}",                        NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/sampling-lots/{id}/acceptance",             JSON,     LONG,  city(REVIEWER)),
                row(POST, "/v1/sampling-lots/{id}/full-review",            JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/leads/{id}/assignment-proposal",            NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/leads/{id}/assignment",                     JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/lead-assignments",                          BATCH,    LONG,  city(REVIEWER)),
                row(GET,  "/v1/district-loads",                            NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/leads/{id}/takeover",                       JSON,     QUICK, city(HEAD)),
                row(GET,  "/v1/assignments",                               NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/leads/{id}/receipt",                        JSON,     QUICK, district(INTAKE, HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/return",                         JSON,     QUICK, district(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/verification",                   JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/disposal",                       JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/extension-request",              JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/extension",                      JSON,     QUICK, bureau(HEAD)),
                row(GET,  "/v1/leads/{id}/extensions",                     NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/leads/{id}/letters",                        JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/instructions/{id}/paper",                   NONE,     LONG,  readersOfInstructions()),
                row(GET,  "/v1/instructions/{id}/report",                  NONE,     LONG,  city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/leads/{id}/assignment-notice",              NONE,     LONG,  bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/leads/{id}/feedback-form",                  NONE,     LONG,  bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/letters/{id}/paper",                        NONE,     LONG,  readersOfLetters()),
                row(GET,  "/v1/papers",                                    NONE,     QUICK, city(HANDLER, REVIEWER, HEAD, AUDITOR, SYSTEM_ADMIN)),
                row(POST, "/v1/papers/{id}/reprint",                       JSON,     QUICK, city(REVIEWER, SYSTEM_ADMIN)),
                row(GET,  "/v1/letters",                                   NONE,     QUICK, readersOfLetters()),
                row(GET,  "/v1/letters/{id}",                              NONE,     QUICK, readersOfLetters()),
                row(POST, "/v1/letters/{id}/issue",                        JSON,     QUICK, bureau(REVIEWER, HEAD)),
                row(POST, "/v1/letters/{id}/acknowledgement",              JSON,     QUICK, platform(INTEGRATION)),
                row(POST, "/v1/letters/{id}/answer",                       JSON,     QUICK, platform(INTEGRATION)),
                row(POST, "/v1/letters/{id}/reminder",                     JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/letters/{id}/withdrawal",                   JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/referrals",                      JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(GET,  "/v1/leads/{id}/referrals",                      NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/leads/{id}/disposals",                      NONE,     QUICK, bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/leads/{id}/feedback",                       JSON,     QUICK, bureau(HANDLER, REVIEWER, HEAD)),
                row(POST, "/v1/leads/{id}/rework",                         JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/leads/{id}/closing",                        JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/agency-quality",                            NONE,     QUICK, readersOfQuality()),
                row(GET,  "/v1/agency-quality/{figure}/leads",             NONE,     QUICK, readersOfQuality()),
                row(GET,  "/v1/quality-formulas",                          NONE,     QUICK, readersOfLeads()),
                row(GET,  "/v1/board",                                     NONE,     QUICK, readersOfLeads()),
                row(GET,  "/v1/sla-tasks",                                 NONE,     QUICK, readersOfLeads()),
                row(GET,  "/v1/punctuality",                               NONE,     QUICK, readersOfLeads()),
                row(POST, "/v1/campaigns",                                 JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/campaigns",                                 NONE,     QUICK, readersOfCampaigns()),
                row(GET,  "/v1/campaigns/{id}",                            NONE,     QUICK, readersOfCampaigns()),
                row(GET,  "/v1/campaigns/{id}/figures",                    NONE,     QUICK, readersOfCampaigns()),
                row(POST, "/v1/campaigns/{id}/instructions",               JSON,     QUICK, city(REVIEWER)),
                row(GET,  "/v1/campaigns/{id}/platform-reports",           NONE,     QUICK, readersOfCampaigns()),
                row(POST, "/v1/campaigns/{id}/platform-reports",           JSON,     QUICK, city(REVIEWER), platform(INTEGRATION)),
                row(POST, "/v1/campaigns/{id}/platform-reports/{reportId}/correction", JSON, QUICK, city(REVIEWER), platform(INTEGRATION)),
                row(GET,  "/v1/campaigns/{id}/publications",               NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(GET,  "/v1/campaigns/{id}/publications/{number}",      NONE,     QUICK, city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR)),
                row(POST, "/v1/campaigns/{id}/publications",               JSON,     QUICK, city(REVIEWER)),
                row(POST, "/v1/campaigns/{id}/publications/{number}/release", JSON,  QUICK, city(HEAD))),
            inEach(
                row(GET,  "/v1/audit/entries",                             NONE,     QUICK, city(AUDITOR)),
                row(GET,  "/v1/audit/verification",                        NONE,     LONG,  city(AUDITOR)),
                row(GET,  "/v1/dead-letters",                              NONE,     QUICK, city(SYSTEM_ADMIN)),
                row(POST, "/v1/dead-letters/{id}/replay",                  JSON,     QUICK, city(SYSTEM_ADMIN)),
                row(GET,  "/v1/legal-time/due",                            NONE,     QUICK, everyone()),
                row(GET,  "/v1/legal-time/notices",                        NONE,     QUICK, everyone()),
                row(GET,  "/v1/legal-time/notices/{year}",                 NONE,     QUICK, everyone()),
                row(POST, "/v1/legal-time/notices",                        JSON,     QUICK, city(SYSTEM_ADMIN))));
    // spotless:on

    private static final Map<Service, List<Candidate>> CANDIDATES =
            TABLE.stream()
                    .map(Candidate::of)
                    .sorted(Comparator.comparingInt(candidate -> candidate.template().variables()))
                    .collect(Collectors.groupingBy(candidate -> candidate.operation().service()));

    private Operations() {}

    /**
     * What the table says about this method and outside path. The path is the raw one, without
     * query.
     */
    public static Match find(HttpMethod method, String path) {
        return Service.of(path)
                .map(service -> find(service, method, path.substring(service.prefix().length())))
                .orElseGet(Unknown::new);
    }

    private static Match find(Service service, HttpMethod method, String path) {
        List<String> segments = PathTemplate.split(path);
        TreeSet<HttpMethod> others = new TreeSet<>(Comparator.comparing(HttpMethod::name));
        for (Candidate candidate : CANDIDATES.getOrDefault(service, List.of())) {
            if (candidate.template().matches(segments)) {
                if (candidate.operation().method().equals(method)) {
                    return new Found(candidate.operation());
                }
                others.add(candidate.operation().method());
            }
        }
        return others.isEmpty() ? new Unknown() : new OtherMethods(others);
    }

    private static Grant[] readersOfEvidence() {
        return new Grant[] {
            bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR),
            police(HANDLER),
            monitor(HANDLER, INTEGRATION),
            platform(INTEGRATION),
            merchant(HANDLER)
        };
    }

    private static Grant[] readersOfInstructions() {
        return new Grant[] {
            city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR), monitor(HANDLER, REVIEWER, INTEGRATION)
        };
    }

    private static Grant[] readersOfLetters() {
        return new Grant[] {
            bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR), platform(INTEGRATION)
        };
    }

    private static Grant[] readersOfLeads() {
        return new Grant[] {
            bureau(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR),
            monitor(HANDLER, REVIEWER, INTEGRATION)
        };
    }

    private static Grant[] readersOfQuality() {
        return new Grant[] {
            city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR), monitor(HANDLER, REVIEWER, INTEGRATION)
        };
    }

    private static Grant[] readersOfCampaigns() {
        return new Grant[] {city(INTAKE, HANDLER, REVIEWER, HEAD, AUDITOR), platform(INTEGRATION)};
    }

    private static Row row(
            HttpMethod method, String path, BodyLimit body, TimeLimit time, Grant... grants) {
        return new Row(method, path, body, time, List.of(grants));
    }

    private static List<Operation> in(Service service, Row... rows) {
        return Arrays.stream(rows).map(row -> row.in(service)).toList();
    }

    private static List<Operation> inEach(Row... rows) {
        return Arrays.stream(Service.values())
                .flatMap(service -> in(service, rows).stream())
                .toList();
    }

    @SafeVarargs
    private static List<Operation> rows(List<Operation>... groups) {
        List<Operation> all = new ArrayList<>();
        Arrays.stream(groups).forEach(all::addAll);
        return List.copyOf(all);
    }

    /** A row that does not say yet which service it belongs to. */
    private record Row(
            HttpMethod method, String path, BodyLimit body, TimeLimit time, List<Grant> grants) {
        Operation in(Service service) {
            return new Operation(service, method, path, body, time, grants);
        }
    }

    private record Candidate(Operation operation, PathTemplate template) {
        static Candidate of(Operation operation) {
            return new Candidate(operation, PathTemplate.of(operation.path()));
        }
    }
}
