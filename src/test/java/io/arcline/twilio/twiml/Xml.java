package io.arcline.twilio.twiml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** An element of a parsed document. */
record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {

    /** The root of the document; fails where it is not well-formed. */
    static Xml parse(String document) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return of(builder.parse(new InputSource(new StringReader(document))).getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + document, e);
        }
    }

    private static Xml of(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        List<Xml> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(of(child));
            }
        }
        return new Xml(element.getNodeName(), attributes, children, element.getTextContent());
    }

    List<String> childNames() {
        return children.stream().map(Xml::name).toList();
    }

    Xml child(String name) {
        return children.stream()
                .filter(child -> child.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    String attribute(String name) {
        return attributes.get(name);
    }
}
