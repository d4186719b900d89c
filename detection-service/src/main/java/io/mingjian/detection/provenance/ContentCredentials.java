package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a file carries content credentials (C2PA). Reads none of their claims and checks no
 * signature: an unverified credential is worth no more than any other text, so its presence is a
 * neutral fact. An address of credentials kept elsewhere is named and never visited.
 */
public final class ContentCredentials implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("content-credentials", 1);
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String NOT_VERIFIED = "本系统尚未核验该凭证的签名与内容绑定，不能据此说明图像由何种方式产生，也不能说明文件未被改动。";

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public Set<MediaKind> reads() {
        return EnumSet.allOf(MediaKind.class);
    }

    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        List<Finding> findings = new ArrayList<>();
        List<Block> blocks =
                picture.container().blocks().stream()
                        .filter(block -> holdsManifest(picture.file(), block))
                        .toList();
        if (!blocks.isEmpty()) {
            findings.add(embedded(blocks));
        }
        Carriers carriers = Carriers.of(picture);
        if (blocks.isEmpty()) {
            carriers.packets().forEach(p -> remote(p).ifPresent(findings::add));
        }
        carriers.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        if (findings.isEmpty()) {
            findings.add(new NothingFound(ID, "文件中没有内容凭证。多数平台转存时会去除凭证，此结果不说明图像来源。"));
        }
        return List.copyOf(findings);
    }

    private static boolean holdsManifest(ByteView file, Block block) {
        return switch (block.type()) {
            case "caBX", "C2PA" -> true;
            case "APP11" ->
                    file.has(block.dataOffset(), "JP")
                            && file.indexOf("jumb", block.dataOffset(), block.dataOffset() + 24)
                                    >= 0;
            default -> false;
        };
    }

    private static Found embedded(List<Block> blocks) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", blocks.get(0).type());
        facts.put("offset", blocks.get(0).dataOffset());
        facts.put("blocks", blocks.size());
        facts.put("length", blocks.stream().mapToInt(Block::dataLength).sum());
        facts.put("verification", "NOT_DONE");
        return new Found(
                ID,
                "CONTENT_CREDENTIALS_PRESENT",
                SignalStrength.NEUTRAL,
                "文件带有内容凭证（C2PA），尚未核验。",
                NOT_VERIFIED,
                List.of(),
                facts);
    }

    private static Optional<Found> remote(Carriers.Packet packet) {
        return packet.xmp()
                .value(DCTERMS, "provenance")
                .flatMap(ContentCredentials::host)
                .map(host -> remote(packet, host));
    }

    private static Found remote(Carriers.Packet packet, String host) {
        Map<String, Object> facts = packet.carrier().whereabouts();
        facts.put("host", Limits.bounded(host));
        facts.put("verification", "NOT_DONE");
        return new Found(
                ID,
                "CONTENT_CREDENTIALS_REMOTE",
                SignalStrength.NEUTRAL,
                "文件指向存放于外部的内容凭证（" + Limits.bounded(host) + "），系统不会访问外部地址。",
                NOT_VERIFIED,
                List.of(),
                facts);
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
