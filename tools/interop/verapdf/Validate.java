import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/**
 * Takes names of veraPDF profiles ({@code PDFUA-1}) as arguments and paths of PDF files on standard
 * input, one a line, and gives one line of JSON for each file and profile: {@code {"file", "profile", "compliant", "checks", "failures": [{"clause",
 * "testNumber", "description", "context"}]}}.
 *
 * <p>A file that cannot be read is not compliant, and says so with the clause {@code unreadable}.
 */
public final class Validate {
    private static final int FAILURES_SHOWN_A_RULE = 5;

    private Validate() {}

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : arguments) {
            profiles.put(name, ProfileXml.read(name));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            for (Map.Entry<String, ValidationProfile> profile : profiles.entrySet()) {
                out.println(verdict(line, profile.getKey(), profile.getValue()));
            }
        }
    }

    private static String verdict(String path, String name, ValidationProfile profile) {
        File file = new File(path);
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator =
                        ValidatorFactory.createValidator(
                                profile, FAILURES_SHOWN_A_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> failures = new ArrayList<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.add(failure(assertion));
                }
            }
            return json(path, name, result.isCompliant(), result.getTotalAssertions(), failures);
        } catch (Exception | StackOverflowError | OutOfMemoryError broken) {
            // Anything that keeps veraPDF from a verdict is a verdict about the file: it fails.
            String why = failure("unreadable", 0, String.valueOf(broken), "");
            return json(path, name, false, 0, List.of(why));
        }
    }

    private static String failure(TestAssertion assertion) {
        String message = assertion.getErrorMessage();
        return failure(
                assertion.getRuleId().getClause(),
                assertion.getRuleId().getTestNumber(),
                message == null ? assertion.getMessage() : message,
                assertion.getLocation().getContext());
    }

    private static String failure(String clause, int test, String description, String context) {
        return String.format(
                "{\"clause\": %s, \"testNumber\": %d, \"description\": %s, \"context\": %s}",
                quoted(clause), test, quoted(description), quoted(context));
    }

    private static String json(
            String path, String profile, boolean compliant, int checks, List<String> failures) {
        return String.format(
                "{\"file\": %s, \"profile\": %s, \"compliant\": %b, \"checks\": %d,"
                        + " \"failures\": [%s]}",
                quoted(path), quoted(profile), compliant, checks, String.join(", ", failures));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char letter : (text == null ? "" : text).toCharArray()) {
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ' || letter > '~') {
                json.append(String.format("\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"').toString();
    }
}
