package io.mingjian.detection.provenance;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the implicit AI label of GB 45438-2025 (in force 2025-09-01) wherever it lies in a picture,
 * film, sound or document, tolerantly, and reports every deviation.
 *
 * <p>Codes: {@code GB_LABEL_CONFIRMED} (Label 1), {@code GB_LABEL_POSSIBLE} (2), {@code
 * GB_LABEL_SUSPECTED} (3), {@code GB_LABEL_INVALID}, {@code GB_LABEL_MALFORMED}, {@code
 * GB_LABEL_DUPLICATE}, {@code GB_LABEL_CONFLICT}, {@code GB_LABEL_SIGNATURE_FITS}, {@code
 * LABEL_RESIDUE}, {@code APP_LABEL_FIELD}; unread: {@code SIGNATURE_UNVERIFIABLE}.
 */
public final class ImplicitLabel implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("implicit-label", 2);
    private static final String ANYBODY =
            "标识可由任何人写入或从其他文件复制，未经签名核验时不能确定由谁写入；也不区分整图生成与局部修改，不说明所涉商品的真实状况。";

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        LabelScan scan = LabelScan.of(Carriers.of(file));
        List<Finding> findings = new ArrayList<>();
        scan.labels().forEach(sighting -> findings.add(label(sighting)));
        scan.labels().forEach(sighting -> signatures(sighting, findings));
        repetition(scan).ifPresent(findings::add);
        scan.malformed().forEach(carrier -> findings.add(malformed(carrier)));
        scan.residues().forEach(residue -> findings.add(residue(residue)));
        scan.privateFields().forEach(field -> findings.add(privateField(field)));
        scan.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        if (findings.isEmpty()) {
            findings.add(new NothingFound(ID, "未检出隐式标识。此结果不表示图像真实，也不表示图像为生成。"));
        }
        return List.copyOf(findings);
    }

    /**
     * What all findings of this analyzer amount to (Measures for labelling, Art 6): the strongest
     * label that could be read; without one, inconclusive if anything could not be read.
     */
    public static LabelVerdict verdict(List<Finding> findings) {
        Set<String> codes =
                new java.util.HashSet<>(
                        findings.stream()
                                .filter(f -> f.by().name().equals(ID.name()))
                                .map(f -> f instanceof Found found ? found.code() : "")
                                .toList());
        if (codes.contains("GB_LABEL_CONFIRMED")) {
            return LabelVerdict.CONFIRMED_BY_METADATA;
        }
        if (codes.contains("GB_LABEL_SUSPECTED")) {
            return LabelVerdict.SUSPECTED_TRACES;
        }
        if (codes.contains("GB_LABEL_POSSIBLE")) {
            return LabelVerdict.POSSIBLE_DECLARED;
        }
        boolean unread =
                findings.stream()
                        .anyMatch(
                                f -> f.by().name().equals(ID.name()) && f instanceof CouldNotRead);
        boolean unreadable =
                codes.contains("GB_LABEL_INVALID") || codes.contains("GB_LABEL_MALFORMED");
        return unread || unreadable ? LabelVerdict.INCONCLUSIVE : LabelVerdict.NONE_FOUND;
    }

    private static Found label(LabelScan.Sighting sighting) {
        GbLabel label = sighting.label();
        Map<String, Object> facts = sighting.carrier().whereabouts();
        facts.put("raw", Limits.bounded(sighting.carrier().text()));
        facts.put("fields", bounded(label.fields()));
        facts.put("deviations", sighting.deviations());
        facts.put("securityData", label.hasSecurityData() ? "PRESENT" : "ABSENT");
        label.producerCode().ifPresent(code -> facts.put("producer", producer(code)));
        String writer = writer(label);
        if (label.level().isEmpty()) {
            return new Found(
                    ID,
                    "GB_LABEL_INVALID",
                    SignalStrength.WEAK,
                    "文件元数据含有隐式标识字段，但标识取值不在国家标准规定的范围内，不能据此归类。",
                    ANYBODY,
                    List.of(),
                    facts);
        }
        return switch (label.level().get()) {
            case GENERATED ->
                    new Found(
                            ID,
                            "GB_LABEL_CONFIRMED",
                            SignalStrength.STRONG,
                            "文件元数据含有隐式标识，标明内容属于人工智能生成合成" + writer + "。",
                            ANYBODY,
                            List.of(),
                            facts);
            case POSSIBLE ->
                    new Found(
                            ID,
                            "GB_LABEL_POSSIBLE",
                            SignalStrength.MEDIUM,
                            "传播平台依据用户声明，在文件中标注内容可能为人工智能生成合成" + writer + "。",
                            "标注来自平台或用户，不能说明其判断正确。" + ANYBODY,
                            List.of(),
                            facts);
            case SUSPECTED ->
                    new Found(
                            ID,
                            "GB_LABEL_SUSPECTED",
                            SignalStrength.MEDIUM,
                            "传播平台检测到生成痕迹，在文件中标注内容疑似人工智能生成合成" + writer + "。",
                            "标注是平台的判断，不能说明其判断正确。" + ANYBODY,
                            List.of(),
                            facts);
        };
    }

    private static void signatures(LabelScan.Sighting sighting, List<Finding> findings) {
        for (SecurityData data : SecurityData.in(sighting.label())) {
            Map<String, Object> facts = sighting.carrier().whereabouts();
            facts.put("field", data.field());
            facts.put("algorithm", Limits.bounded(data.algorithm()));
            facts.put("outcome", data.check().name());
            findings.add(data.check() == SecurityData.Check.FITS ? fits(facts) : unverified(facts));
        }
    }

    private static Found fits(Map<String, Object> facts) {
        return new Found(
                ID,
                "GB_LABEL_SIGNATURE_FITS",
                SignalStrength.NEUTRAL,
                "隐式标识的签名与文件内所附公钥相符，标识取值、服务提供者和内容编号三项自签名后未被改动。",
                "公钥由文件自带，未与已知服务提供者核对，不能说明由谁签名；签名不覆盖画面，也不说明标识原本属于该文件。",
                List.of(),
                facts);
    }

    /** Writers differ from the published rule, so what does not fit is not known to be wrong. */
    private static CouldNotRead unverified(Map<String, Object> facts) {
        return new CouldNotRead(
                ID,
                "SIGNATURE_UNVERIFIABLE",
                "隐式标识带有签名数据，但算法、密钥或签名内容的写法无法核验；不表示签名无效，也不表示标识被改动。",
                facts);
    }

    private static String writer(GbLabel label) {
        if (label.producerCode().isPresent()) {
            return "，服务提供者编码中的统一社会信用代码为 " + label.producerCode().get().uscc();
        }
        String name = label.fields().getOrDefault("ContentProducer", "");
        if (name.isEmpty()) {
            return "，未写明服务提供者";
        }
        return "，服务提供者写为“" + Limits.bounded(name) + "”";
    }

    private static Map<String, Object> producer(ProviderCode code) {
        Map<String, Object> producer = new LinkedHashMap<>();
        producer.put("uscc", code.uscc());
        producer.put("checkDigit", code.isChecked() ? "RIGHT" : "WRONG");
        producer.put("serviceType", String.valueOf(code.serviceType()));
        producer.put("application", code.application());
        Producers.knownFor(code.uscc()).ifPresent(name -> producer.put("knownFor", name));
        return producer;
    }

    private static Map<String, String> bounded(Map<String, String> fields) {
        Map<String, String> bounded = new LinkedHashMap<>();
        fields.forEach((name, value) -> bounded.put(Limits.bounded(name), Limits.bounded(value)));
        return bounded;
    }

    /** GB 45438-2025 6.1 c allows exactly one label. */
    private static Optional<Finding> repetition(LabelScan scan) {
        List<LabelScan.Sighting> labels = scan.labels();
        if (labels.size() < 2) {
            return Optional.empty();
        }
        GbLabel first = labels.get(0).label();
        boolean agree = labels.stream().allMatch(s -> s.label().agreesWith(first));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("labels", labels.size());
        facts.put("offsets", labels.stream().map(s -> s.carrier().offset()).toList());
        return Optional.of(
                agree
                        ? new Found(
                                ID,
                                "GB_LABEL_DUPLICATE",
                                SignalStrength.NEUTRAL,
                                "同一文件含有多个内容一致的隐式标识，标准只允许一个。",
                                "重复标识可由软件重复写入造成，不说明内容被改动。",
                                List.of(),
                                facts)
                        : new Found(
                                ID,
                                "GB_LABEL_CONFLICT",
                                SignalStrength.WEAK,
                                "同一文件含有相互矛盾的隐式标识，已全部列出，需人工核对。",
                                "矛盾可因多次转存或不同平台先后写入造成，不说明有人有意改动。",
                                List.of(),
                                facts));
    }

    private static Found malformed(Carrier carrier) {
        Map<String, Object> facts = carrier.whereabouts();
        facts.put("raw", Limits.bounded(carrier.text()));
        facts.put("deviations", carrier.deviationsWith(List.of("MALFORMED")));
        return new Found(
                ID,
                "GB_LABEL_MALFORMED",
                SignalStrength.WEAK,
                "文件中存在隐式标识字段，但内容残缺或格式错误，无法读出标识取值。",
                "残缺可由写入软件出错、传输截断造成，不说明标识被有意破坏。",
                List.of(),
                facts);
    }

    private static Found residue(LabelScan.Residue residue) {
        Map<String, Object> facts = residue.carrier().whereabouts();
        facts.put("kind", residue.kind());
        facts.put("raw", Limits.bounded(residue.carrier().text()));
        return new Found(
                ID,
                "LABEL_RESIDUE",
                SignalStrength.WEAK,
                "存在标识被移除的迹象，需结合其他材料判断。",
                "也可能由普通软件清理或重写元数据造成，不说明由提交人移除。",
                List.of(),
                facts);
    }

    private static Found privateField(LabelScan.PrivateField field) {
        Map<String, Object> facts = field.carrier().whereabouts();
        facts.put("value", Limits.bounded(field.value()));
        return new Found(
                ID,
                "APP_LABEL_FIELD",
                SignalStrength.WEAK,
                "文件中存在应用自有的生成标注字段（aigc_label_type），不属于国家标准规定的标识。",
                "该字段含义由应用自定，" + ANYBODY,
                List.of(),
                facts);
    }
}
