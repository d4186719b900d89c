package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names the host at which a file says that its content credentials (C2PA) are kept. The address is
 * never visited. Where credentials lie in the file itself, its own are verified and the address is
 * left alone.
 */
public final class RemoteCredentials implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("remote-credentials", 1);
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String NOT_VERIFIED = "该凭证未在文件中，本系统未予核验，不能据此说明图像由何种方式产生，也不能说明文件未被改动。";

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        List<Finding> findings = new ArrayList<>();
        Carriers carriers = Carriers.of(file);
        boolean embedded =
                file.container().blocks().stream()
                        .anyMatch(block -> holdsManifest(file.bytes(), block));
        if (!embedded) {
            carriers.packets().forEach(p -> remote(p).ifPresent(findings::add));
        }
        carriers.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        if (findings.isEmpty()) {
            findings.add(new NothingFound(ID, "元数据未指向存放于外部的内容凭证。"));
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

    private static Optional<Found> remote(Carriers.Packet packet) {
        return packet.xmp()
                .value(DCTERMS, "provenance")
                .flatMap(RemoteCredentials::host)
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
