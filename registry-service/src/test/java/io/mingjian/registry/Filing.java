package io.mingjian.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Builds forms as they are sent in, lawful by default; each names another person and another
 * number.
 */
public final class Filing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong NEXT = new AtomicLong(1_000_000);

    private final ObjectNode form = JSON.createObjectNode();

    private Filing(String kind) {
        form.put("kind", kind)
                .put("channel", "PLATFORM_12315")
                .put("externalNo", "T" + UUID.randomUUID());
        form.putObject("filer")
                .put("name", "王小明")
                .put("phone", phone())
                .put("address", "上海市黄浦区人民大道" + NEXT.getAndIncrement() + "号");
        form.putObject("respondent")
                .put("name", "上海某某食品有限公司")
                .put("uscc", "91310000132260250X")
                .put("address", "上海市黄浦区南京东路1号")
                .put("districtCode", "310101");
    }

    public static Filing aComplaint() {
        Filing filing = new Filing("COMPLAINT");
        filing.complain();
        return filing;
    }

    public static Filing aReport() {
        Filing filing = new Filing("REPORT");
        filing.report();
        return filing;
    }

    public static Filing aMixedFiling() {
        Filing filing = new Filing("MIXED");
        filing.complain();
        filing.report();
        return filing;
    }

    private void complain() {
        form.putArray("claims").add("REFUND");
        form.putObject("disputeFacts")
                .put("time", "2026-11-01")
                .put("content", "收到的杯子有裂纹")
                .put("amount", 89.5);
    }

    private void report() {
        form.put("clueDescription", "网页宣称产品可以治病").put("factualBasis", "网页截图");
    }

    /** A mobile number that no other test has. */
    public static String phone() {
        return "139%08d".formatted(NEXT.getAndIncrement() % 100_000_000);
    }

    /** A number of an identity card that no other test has. */
    public static String residentId() {
        long next = NEXT.getAndIncrement();
        String born =
                LocalDate.of(1950, 1, 1)
                        .plusDays(next % 20_000)
                        .format(DateTimeFormatter.BASIC_ISO_DATE);
        String seventeen = "310101" + born + "%03d".formatted(next / 20_000 % 1_000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = IntStream.range(0, 17).map(i -> weights[i] * (seventeen.charAt(i) - '0')).sum();
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    public Filing by(String name, String phone) {
        filer().put("name", name).put("phone", phone);
        return this;
    }

    public Filing withId(String number) {
        filer().put("idType", "RESIDENT_ID").put("idNumber", number);
        return this;
    }

    public Filing anonymous() {
        form.putObject("filer").put("anonymous", true);
        return this;
    }

    public Filing in(String districtCode) {
        respondent().put("districtCode", districtCode);
        return this;
    }

    public Filing naming(UUID... evidence) {
        ArrayNode ids = form.putArray("evidenceIds");
        for (UUID id : evidence) {
            ids.add(id.toString());
        }
        return this;
    }

    public Filing receivedAt(String time) {
        form.put("receivedAt", time);
        return this;
    }

    public Filing channel(String channel, String externalNo) {
        form.put("channel", channel).put("externalNo", externalNo);
        return this;
    }

    /** Sets or, with null, removes a field of the form. */
    public Filing with(String field, String value) {
        set(form, field, value);
        return this;
    }

    public Filing withFiler(String field, String value) {
        set(filer(), field, value);
        return this;
    }

    public Filing withRespondent(String field, String value) {
        set(respondent(), field, value);
        return this;
    }

    /** Files by an agent whose power runs through November 2026. */
    public Filing byAgent(UUID original) {
        form.putObject("agent")
                .put("name", "赵律师")
                .put("idType", "RESIDENT_ID")
                .put("idNumber", "11010519491231002X")
                .put("phone", phone())
                .putObject("powerOfAttorney")
                .put("matters", "就茶杯质量问题投诉")
                .put("powers", "代为提出、变更投诉请求，参加调解")
                .put("validFrom", "2026-11-01")
                .put("validTo", "2026-11-30")
                .put("evidenceId", original.toString());
        return this;
    }

    /** Complains together with another person, who consents; the first of all represents them. */
    public Filing togetherWith(String name, String phone) {
        form.withArray("jointComplainants")
                .addObject()
                .put("name", name)
                .put("phone", phone)
                .put("address", "上海市徐汇区漕溪北路" + NEXT.getAndIncrement() + "号")
                .put("consent", true);
        form.putArray("representatives").add(0);
        return this;
    }

    /** Reports an advertisement with the places of those who took part in it. */
    public Filing advertisedBy(String medium, String publisher, String advertiser, String agency) {
        ObjectNode ad = form.putObject("advertising").put("medium", medium);
        set(ad, "publisherDistrictCode", publisher);
        set(ad, "advertiserDistrictCode", advertiser);
        set(ad, "agencyDistrictCode", agency);
        return this;
    }

    /** Sets or, with null, removes a field of an object inside the form, as {@code /agent}. */
    public Filing at(String object, String field, String value) {
        set((ObjectNode) form.at(object), field, value);
        return this;
    }

    public ObjectNode json() {
        return form;
    }

    @Override
    public String toString() {
        return form.toString();
    }

    private static void set(ObjectNode node, String field, String value) {
        if (value == null) {
            node.remove(field);
        } else {
            node.put(field, value);
        }
    }

    private ObjectNode filer() {
        return (ObjectNode) form.get("filer");
    }

    private ObjectNode respondent() {
        return (ObjectNode) form.get("respondent");
    }
}
