package io.mingjian.monitoring;

import java.util.UUID;

/** Messages of the detection service, as the tests send them. */
final class EvidenceMessages {
    private EvidenceMessages() {}

    static String received(UUID id, String organisation, String sha256, String sm3) {
        return """
        {"specversion":"1.0","id":"%s","source":"/mingjian/detection-service","type":"evidence.received.v1",
         "subject":"%s","time":"2026-04-15T09:00:00+08:00","datacontenttype":"application/json","revision":1,
         "data":{"evidenceId":"%s","organisation":"%s","sha256":"%s","mediaType":"image/png",
                 "receivedAt":"2026-04-15T09:00:00+08:00"%s}}"""
                .formatted(
                        UUID.randomUUID(),
                        id,
                        id,
                        organisation,
                        sha256,
                        sm3.isEmpty() ? "" : ",\"sm3\":\"" + sm3 + "\"");
    }
}
