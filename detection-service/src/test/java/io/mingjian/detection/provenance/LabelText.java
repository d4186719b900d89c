package io.mingjian.detection.provenance;

/** Texts of implicit labels with an invented producer. */
final class LabelText {
    /** Credit code of nobody: right form and check digit. */
    static final String CODE = "001191310115MA1K4ABC4H10001";

    private LabelText() {}

    static String label(String value) {
        return "{\"Label\":\"%s\",\"ContentProducer\":\"%s\",\"ProduceID\":\"p-1\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"%s\",\"PropagateID\":\"p-1\",\"ReservedCode2\":\"\"}"
                .formatted(value, CODE, CODE);
    }

    static String wrapped(String value) {
        return "{\"AIGC\":" + label(value) + "}";
    }

    static String xmp(String json) {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"><TC260:AIGC>"
                + json.replace("&", "&amp;").replace("\"", "&quot;")
                + "</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }

    static String attributeXmp(String json) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:q=\"http://www.tc260.org.cn/ns/AIGC/1.0/\" q:AIGC=\""
                + json.replace("&", "&amp;").replace("\"", "&quot;")
                + "\"/></rdf:RDF></x:xmpmeta>";
    }
}
