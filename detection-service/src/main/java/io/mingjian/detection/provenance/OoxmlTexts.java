package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Custom properties of Word, Excel and PowerPoint files: {@code docProps/custom.xml}. */
final class OoxmlTexts {
    private static final String CUSTOM = "docProps/custom.xml";
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteView file;
    private final CarrierSink sink;

    OoxmlTexts(MediaFile file, CarrierSink sink) {
        this.file = file.bytes();
        this.sink = sink;
    }

    void read(Block member) {
        boolean wanted = member.type().equals(CUSTOM);
        if (!wanted || !sink.affords(CUSTOM, member.offset(), member.dataLength())) {
            return;
        }
        byte[] stored = file.copy(member.dataOffset(), member.dataLength());
        int flags = file.u16le(member.offset() + 6);
        int method = (flags & 1) != 0 ? -1 : file.u16le(member.offset() + 8);
        Inflation inflation =
                switch (method) {
                    case STORED -> new Inflation.Whole(stored);
                    case DEFLATED -> Inflation.ofRaw(stored);
                    default -> new Inflation.Failed("UNSUPPORTED");
                };
        if (inflation instanceof Inflation.Whole whole) {
            properties(member, new String(whole.bytes(), StandardCharsets.UTF_8));
        } else if (inflation instanceof Inflation.Failed failed) {
            unread(failed.code(), member);
        }
    }

    private void unread(String code, Block member) {
        sink.unread(code, CUSTOM, member.offset(), member.dataLength());
    }

    private void properties(Block member, String text) {
        if (text.toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
            unread("DTD", member);
            return;
        }
        try {
            properties(member, Xmp.parser().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException | RuntimeException e) {
            // The platform's parser reports some malformed input with unchecked exceptions.
            unread("DAMAGED", member);
        }
    }

    private void properties(Block member, XMLStreamReader xml) throws XMLStreamException {
        Optional<String> name = Optional.empty();
        StringBuilder value = new StringBuilder();
        for (int nodes = 0; xml.hasNext(); nodes++) {
            int event = xml.next();
            if (nodes > Limits.XML_NODES) {
                unread("LIMIT", member);
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("property")) {
                name = Optional.ofNullable(xml.getAttributeValue(null, "name"));
                value.setLength(0);
            } else if (xml.isCharacters()) {
                value.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("property")) {
                name.ifPresent(n -> add(member, n, value.toString()));
            }
        }
    }

    private void add(Block member, String name, String value) {
        sink.text(
                Place.OOXML_PROPERTY,
                name,
                member.dataOffset(),
                member.dataLength(),
                value.strip());
    }
}
