package io.mingjian.detection.c2pa;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and verifies the content credentials of a picture. The present of the verification is the
 * day of the shipped trust lists: new lists are a new version.
 */
public final class ContentCredentials implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("content-credentials", 3);

    private final CredentialVerifier verifier;
    private final TrustLists lists;

    public ContentCredentials() {
        this(TrustLists.official());
    }

    /** By other lists than the shipped ones; every finding tells so. */
    public ContentCredentials(TrustLists lists) {
        this.lists = lists;
        this.verifier = new CredentialVerifier(lists);
    }

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        CredentialReport report = verifier.verify(file);
        return List.of(
                switch (report.state()) {
                    case NONE -> nothing(file.container());
                    case UNSUPPORTED, INCONCLUSIVE -> unread(report);
                    default ->
                            Statement.of(report.state(), Content.of(report.manifests()))
                                    .found(ID, facts(report));
                });
    }

    /** In a file that breaks off a credential may have stood behind the break. */
    private static Finding nothing(Container container) {
        if (container.damage().isEmpty()) {
            return new NothingFound(ID, "文件中没有内容凭证。多数平台转存时会去除凭证，此结果不说明图像来源。");
        }
        Container.Damage damage = container.damage().get();
        return new CouldNotRead(
                ID, damage.code(), "文件结构异常，未能查找全部内容凭证，无法判定。", Map.of("offset", damage.offset()));
    }

    private static Finding unread(CredentialReport report) {
        Map<String, Object> facts = new LinkedHashMap<>();
        report.problem().ifPresent(problem -> facts.put("detail", problem.detail()));
        String code = report.problem().map(CredentialReport.Problem::code).orElse("UNSUPPORTED");
        return new CouldNotRead(ID, code, zhReason(code), facts);
    }

    private static String zhReason(String code) {
        return switch (code) {
            case "LIMIT" -> "内容凭证超出处理限额，未继续读取，无法判定。";
            case "UNSUPPORTED" -> "内容凭证使用了不支持的格式或算法，无法判定。";
            default -> "内容凭证结构异常，无法读取，无法判定。";
        };
    }

    private Map<String, Object> facts(CredentialReport report) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", report.state().name());
        report.place()
                .ifPresent(
                        place -> {
                            facts.put("place", place.carrier());
                            facts.put("offset", place.offset());
                            facts.put("length", place.length());
                        });
        facts.put("trustListsAsOf", lists.asOf().toString());
        if (lists.further() > 0) {
            facts.put("furtherAuthorities", lists.further());
        }
        facts.put("manifestCount", report.manifests().size());
        facts.put("failures", ReportFacts.failures(report));
        facts.put("manifests", ReportFacts.manifests(report));
        return facts;
    }
}
