package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as it is sent in; lawful by default, against an invented shop in Huangpu. */
public final class Filing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode form = JSON.createObjectNode();

    private Filing(String kind, Person filer, String externalNo) {
        form.put("kind", kind).put("channel", "PLATFORM_12315").put("externalNo", externalNo);
        form.putObject("filer")
                .put("name", filer.name())
                .put("idType", "RESIDENT_ID")
                .put("idNumber", filer.idNumber())
                .put("phone", filer.phone())
                .put("address", filer.address());
        form.putObject("respondent")
                .put("name", "上海某某日用品商行")
                .put("uscc", "91310000132260250X")
                .put("address", "上海市黄浦区南京东路1号")
                .put("districtCode", "310101");
        form.put("consentToDelegatedMediation", true);
    }

    public static Filing aComplaint(Person filer, String externalNo) {
        Filing filing = new Filing("COMPLAINT", filer, externalNo);
        filing.complain();
        return filing;
    }

    /** Complaint and report at once (Order 121 Art 9). */
    public static Filing aMixedFiling(Person filer, String externalNo) {
        Filing filing = new Filing("MIXED", filer, externalNo);
        filing.complain();
        filing.giveAClue();
        return filing;
    }

    public static Filing aReport(Person filer, String externalNo) {
        Filing filing = new Filing("REPORT", filer, externalNo);
        filing.giveAClue();
        return filing;
    }

    private void giveAClue() {
        form.put("clueDescription", "商品详情页称杯子“永不破裂”").put("factualBasis", "商品详情页截图");
    }

    private void complain() {
        form.putArray("claims").add("REFUND");
        form.putObject("disputeFacts").put("content", "收到的马克杯杯身有裂纹").put("amount", 89.5);
    }

    public Filing by(String channel) {
        form.put("channel", channel);
        return this;
    }

    public Filing in(String districtCode) {
        respondent().put("districtCode", districtCode);
        return this;
    }

    public Filing about(String content) {
        ((ObjectNode) form.get("disputeFacts")).put("content", content);
        return this;
    }

    public Filing naming(String... evidenceIds) {
        ArrayNode ids = form.putArray("evidenceIds");
        List.of(evidenceIds).forEach(ids::add);
        return this;
    }

    /** Sets a member by its path ({@code filer/phone}), or removes it for null. */
    public Filing with(String path, @Nullable String value) {
        int slash = path.indexOf('/');
        ObjectNode node = slash < 0 ? form : (ObjectNode) form.get(path.substring(0, slash));
        String member = path.substring(slash + 1);
        if (value == null) {
            node.remove(member);
        } else {
            node.put(member, value);
        }
        return this;
    }

    public ObjectNode json() {
        return form;
    }

    private ObjectNode respondent() {
        return (ObjectNode) form.get("respondent");
    }
}
