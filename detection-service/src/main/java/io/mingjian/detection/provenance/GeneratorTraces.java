package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.prompt.PromptRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the records that picture generators leave in a file: parameters, workflows, job numbers.
 *
 * <p>Codes: {@code GENERATOR_PARAMETERS} (a generator's own record), {@code GENERATOR_PATTERN} (a
 * layout known from one generator), {@code AI_EDIT_RECORD} (a gallery app's note of an AI edit),
 * {@code PROMPT_NAMES_DAMAGE}.
 */
public final class GeneratorTraces implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("generator-traces", 3);

    /** Read at the first prompt: most files have none. */
    private static final class Prompts {
        private static final PromptRule RULE = PromptRule.shipped();
    }

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        return orNothing(texts(file));
    }

    /** Pictures may hide a record in their pixels, too. */
    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        List<Finding> findings = texts(picture.mediaFile());
        StealthText.in(picture).ifPresent(text -> findings.add(stealth(text)));
        return orNothing(findings);
    }

    private static List<Finding> texts(MediaFile file) {
        Carriers carriers = Carriers.of(file);
        List<Trace> traces = new ArrayList<>();
        for (Carrier carrier : carriers.texts()) {
            Trace.in(carrier, carriers).ifPresent(traces::add);
        }
        carriers.packets().forEach(packet -> Trace.in(packet).ifPresent(traces::add));
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Trace>> byGenerator = new LinkedHashMap<>();
        traces.forEach(
                t -> byGenerator.computeIfAbsent(t.generator(), g -> new ArrayList<>()).add(t));
        byGenerator.values().forEach(same -> findings.add(found(same)));
        traces.stream()
                .filter(trace -> !trace.prompt().isBlank())
                .flatMap(trace -> damage(trace).stream())
                .findFirst()
                .ifPresent(findings::add);
        SamsungEdit.in(file).ifPresent(offset -> findings.add(edit(offset)));
        carriers.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        return findings;
    }

    private static List<Finding> orNothing(List<Finding> findings) {
        return findings.isEmpty()
                ? List.of(new NothingFound(ID, "未检出图像生成软件写入的记录。转存或截屏会清除此类记录。"))
                : List.copyOf(findings);
    }

    private static Found found(List<Trace> same) {
        Trace first = same.get(0);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("generator", first.generator());
        facts.put("takesPicture", same.stream().anyMatch(Trace::takesPicture));
        facts.put("places", same.stream().map(t -> t.carrier().whereabouts()).toList());
        facts.put("raw", Limits.bounded(first.carrier().text()));
        if (first.isPattern()) {
            return new Found(
                    ID,
                    "GENERATOR_PATTERN",
                    SignalStrength.MEDIUM,
                    "文件元数据的写法与图像生成服务“" + first.generator() + "”一致。",
                    "写法可被复制，且无法核验签名；不说明提交人知情，也不说明商品的真实状况。",
                    List.of(),
                    facts);
        }
        return new Found(
                ID,
                "GENERATOR_PARAMETERS",
                SignalStrength.STRONG,
                "文件中存在图像生成软件（" + first.generator() + "）写入的参数记录。",
                "真实照片经该类软件放大、去水印或更换背景后也会留下记录；记录文字可被复制到其他文件。",
                List.of(),
                facts);
    }

    private static Found stealth(StealthText stealth) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("generator", stealth.generator());
        facts.put("place", stealth.isInColours() ? "COLOUR_LOWEST_BITS" : "ALPHA_LOWEST_BITS");
        facts.put("mark", stealth.mark());
        facts.put("length", stealth.length());
        facts.put("raw", Limits.bounded(stealth.text()));
        return new Found(
                ID,
                "GENERATOR_PARAMETERS",
                SignalStrength.STRONG,
                "像素的最低位中藏有图像生成软件（" + stealth.generator() + "）写入的参数记录。",
                "真实照片经该类软件放大、去水印或更换背景后也会留下记录；记录文字可被复制到其他文件。",
                List.of(),
                facts);
    }

    private static Optional<Found> damage(Trace trace) {
        List<String> words = Prompts.RULE.defects(trace.prompt());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> facts = trace.carrier().whereabouts();
        facts.put("words", words);
        return Optional.of(
                new Found(
                        ID,
                        "PROMPT_NAMES_DAMAGE",
                        SignalStrength.STRONG,
                        "参数记录中含有与申诉瑕疵相关的描述词，建议人工核对。",
                        "描述词不说明提交人的意图，也可能与本次申诉无关。",
                        List.of(),
                        facts));
    }

    private static Found edit(int offset) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "TRAILER");
        facts.put("software", "Samsung");
        facts.put("offset", offset);
        return new Found(
                ID,
                "AI_EDIT_RECORD",
                SignalStrength.MEDIUM,
                "文件尾部含有手机相册写入的人工智能编辑记录。",
                "记录不说明编辑的区域和目的，去除路人、修补背景等日常编辑同样会留下记录；不表示整图由人工智能生成。",
                List.of(),
                facts);
    }
}
