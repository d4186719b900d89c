package io.mingjian.detection.provenance;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XMP packet as flat properties: elements with text, attributes, list items and resources, each
 * with the namespace of the property that holds it. Document types are refused, entities never
 * resolved.
 *
 * @param properties in document order
 * @param namespaces every namespace the packet declares
 */
record Xmp(List<Property> properties, Set<String> namespaces) {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    record Property(String namespace, String name, String value, boolean isAttribute) {}

    /** Reading a packet ends in one of two ways. */
    sealed interface Reading {
        record Read(Xmp xmp) implements Reading {}

        record Refused(String code) implements Reading {}
    }

    Xmp {
        properties = List.copyOf(properties);
        namespaces = Set.copyOf(namespaces);
    }

    Optional<Property> first(String namespace, String name) {
        return properties.stream()
                .filter(p -> p.namespace().equals(namespace) && p.name().equals(name))
                .findFirst();
    }

    Optional<String> value(String namespace, String name) {
        return first(namespace, name).map(Property::value);
    }

    static Reading read(String packet) {
        String text = packet.strip().replace("\uFEFF", "").replace("\0", "");
        if (text.toUpperCase(java.util.Locale.ROOT).contains("<!DOCTYPE")) {
            return new Reading.Refused("DTD");
        }
        try {
            return new Parser(parser().createXMLStreamReader(new StringReader(text))).read();
        } catch (XMLStreamException | RuntimeException e) {
            // The platform's parser reports some malformed input with unchecked exceptions.
            return new Reading.Refused("DAMAGED");
        }
    }

    /** The platform's parser, which follows no document type and no entity from outside. */
    static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static final class Parser {
        private final XMLStreamReader xml;
        private final List<Property> properties = new ArrayList<>();
        private final Set<String> namespaces = new LinkedHashSet<>();
        private final Deque<Element> open = new ArrayDeque<>();
        private int nodes;

        private static final class Element {
            private final String namespace;
            private final String name;
            private final StringBuilder text = new StringBuilder();
            private boolean hasChildren;

            private Element(String namespace, String name) {
                this.namespace = namespace;
                this.name = name;
            }
        }

        private Parser(XMLStreamReader xml) {
            this.xml = xml;
        }

        private Reading read() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return new Reading.Refused("DTD");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end();
                } else if (xml.isCharacters() && !open.isEmpty()) {
                    open.peek().text.append(xml.getText());
                }
                if (open.size() > Limits.XML_DEPTH || nodes > Limits.XML_NODES) {
                    return new Reading.Refused("LIMIT");
                }
            }
            return new Reading.Read(new Xmp(properties, namespaces));
        }

        private void start() {
            nodes += 1 + xml.getAttributeCount();
            for (int i = 0; i < xml.getNamespaceCount(); i++) {
                namespaces.add(text(xml.getNamespaceURI(i)));
            }
            if (!open.isEmpty()) {
                open.peek().hasChildren = true;
            }
            Element element = new Element(text(xml.getNamespaceURI()), xml.getLocalName());
            open.push(element);
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attribute(text(xml.getAttributeNamespace(i)), xml.getAttributeLocalName(i), i);
            }
        }

        private void attribute(String namespace, String name, int i) {
            if (namespace.equals(RDF) && name.equals("resource")) {
                owner().ifPresent(o -> add(o, xml.getAttributeValue(i), false));
            } else if (!namespace.isEmpty() && !namespace.equals(RDF) && !namespace.equals(XML)) {
                properties.add(new Property(namespace, name, xml.getAttributeValue(i), true));
            }
        }

        private void end() {
            Element element = open.peek();
            if (element != null && !element.hasChildren) {
                owner().ifPresent(o -> add(o, element.text.toString().strip(), false));
            }
            open.pop();
        }

        private void add(Element owner, String value, boolean isAttribute) {
            properties.add(new Property(owner.namespace, owner.name, value, isAttribute));
        }

        /** The property that the innermost element belongs to; list markup is not a property. */
        private Optional<Element> owner() {
            return open.stream()
                    .filter(e -> !e.namespace.equals(RDF) && !e.namespace.equals("adobe:ns:meta/"))
                    .findFirst();
        }

        private static String text(@org.jspecify.annotations.Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
