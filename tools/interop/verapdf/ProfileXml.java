import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.ProfileDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Takes the name of a veraPDF profile on the class path, gives the profile.
 *
 * <p>veraPDF reads its profiles with JAXB, whose implementation the jar lacks; the JDK's DOM reads
 * the same file.
 */
final class ProfileXml {
    private ProfileXml() {}

    /** Reads a profile such as {@code PDFUA-1}; a missing or empty one is an {@link IOException}. */
    static ValidationProfile read(String name)
            throws IOException, ParserConfigurationException, SAXException {
        String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream stream = ValidationProfile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("no profile " + resource + " on the class path");
            }
            Document xml =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
            return profile(xml.getDocumentElement());
        }
    }

    private static ValidationProfile profile(Element root) throws IOException {
        Element details = child(root, "details");
        ProfileDetails named =
                Profiles.profileDetailsFromValues(
                        text(details, "name"),
                        text(details, "description"),
                        details.getAttribute("creator"),
                        new Date(0));
        Set<Rule> rules = new HashSet<>();
        List<Element> written = children(child(root, "rules"), "rule");
        for (Element rule : written) {
            rules.add(rule(rule));
        }
        if (rules.isEmpty() || rules.size() != written.size()) {
            throw new IOException("read " + rules.size() + " of " + written.size() + " rules");
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : children(child(root, "variables"), "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            variable.getAttribute("name"),
                            variable.getAttribute("object"),
                            text(variable, "defaultValue"),
                            text(variable, "value")));
        }
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        return Profiles.profileFromValues(flavour, named, "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId ruleId =
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred =
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                ruleId,
                rule.getAttribute("object"),
                deferred,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                error(child(rule, "error")),
                references(rule));
    }

    private static ErrorDetails error(Element error) {
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : children(child(error, "arguments"), "argument")) {
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
        }
        return Profiles.errorFromValues(text(error, "message"), arguments);
    }

    private static List<Reference> references(Element rule) {
        List<Reference> references = new ArrayList<>();
        for (Element reference : children(child(rule, "references"), "reference")) {
            references.add(
                    Profiles.referenceFromValues(
                            reference.getAttribute("specification"),
                            reference.getAttribute("clause")));
        }
        return references;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        if (parent != null) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element && node.getNodeName().equals(name)) {
                    found.add((Element) node);
                }
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
