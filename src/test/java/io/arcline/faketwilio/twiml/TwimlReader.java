package io.arcline.faketwilio.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a document into verbs. Well-formed XML only, no document type, no entities from elsewhere. */
public final class TwimlReader {
    private static final Set<String> TRANSFERS = Set.of("Dial", "Enqueue", "Refer", "Leave");

    private TwimlReader() {}

    /**
     * The verbs in their order.
     *
     * @param objections told of what Twilio would ignore or warn about
     * @throws TwimlException when Twilio could not go on
     */
    public static List<Verb> read(String xml, Consumer<String> objections) throws TwimlException {
        Element response = parse(xml);
        if (!response.getTagName().equals("Response")) {
            throw new TwimlException("the root is <" + response.getTagName() + ">, not <Response>");
        }
        List<Verb> verbs = new ArrayList<>();
        for (Element child : children(response)) {
            Verb verb = verb(child, objections);
            if (verb != null) {
                verbs.add(verb);
            }
        }
        return List.copyOf(verbs);
    }

    private static Verb verb(Element element, Consumer<String> objections) throws TwimlException {
        String name = element.getTagName();
        String text = element.getTextContent().strip();
        return switch (name) {
            case "Connect" -> connect(element, objections);
            case "Say" -> new Verb.Say(text);
            case "Pause" -> new Verb.Pause(seconds(attribute(element, "length", "1")));
            case "Redirect" -> new Verb.Redirect(text, attribute(element, "method", "POST"));
            case "Hangup" -> new Verb.Hangup();
            case "Reject" -> new Verb.Reject(attribute(element, "reason", "rejected"));
            case String transfer when TRANSFERS.contains(transfer) -> new Verb.Transfer(transfer, text);
            default -> {
                objections.accept("TwiML: <" + name + "> is not followed here");
                yield null;
            }
        };
    }

    private static Verb.Connect connect(Element connect, Consumer<String> objections) throws TwimlException {
        List<Element> nouns = children(connect);
        if (nouns.size() != 1 || !nouns.getFirst().getTagName().equals("ConversationRelay")) {
            throw new TwimlException("a <Connect> that does not hold exactly one <ConversationRelay>");
        }
        for (String name : attributes(connect).keySet()) {
            if (!Set.of("action", "method").contains(name)) {
                objections.accept("Connect: " + name + " means nothing to Twilio");
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element child : children(nouns.getFirst())) {
            switch (child.getTagName()) {
                case "Parameter" -> parameters.put(child.getAttribute("name"), child.getAttribute("value"));
                case "Language", "Failover" -> {}
                default -> objections.accept("ConversationRelay: <" + child.getTagName() + "> means nothing to Twilio");
            }
        }
        RelayNoun noun = new RelayNoun(attributes(nouns.getFirst()), Map.copyOf(parameters));
        RelayAttributes.check(noun, objections);
        String action = attribute(connect, "action", null);
        if (action == null) {
            objections.accept("Connect: without an action nobody hears how the session ended");
        }
        return new Verb.Connect(action, attribute(connect, "method", "POST"), noun);
    }

    private static int seconds(String length) throws TwimlException {
        if (!length.matches("\\d{1,4}")) {
            throw new TwimlException("<Pause length=\"" + length + "\">");
        }
        return Integer.parseInt(length);
    }

    private static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }

    private static Map<String, String> attributes(Element element) {
        NamedNodeMap all = element.getAttributes();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        return attributes;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element parse(String xml) throws TwimlException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException e) {
            throw new TwimlException("12100: not well-formed: " + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
