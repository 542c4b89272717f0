// Which rules of which flavours (ua1, 2a) PDF files break, as lines of tab-separated words.
//
//   java -cp … Validate.java ua1,2a FILE…
//
// For each file and flavour one line, `file flavour checked N`, and one for each broken rule:
// `file flavour clause test times message`. The engine is veraPDF's, which holds the rules of
// ISO 14289-1 (Matterhorn protocol) and ISO 19005-2 as its authors wrote them down.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        String[] flavours = arguments[0].split(",");
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            for (String flavour : flavours) {
                report(file, flavour);
            }
        }
    }

    private static void report(String file, String name) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (InputStream data = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(data, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            say(file, name, "checked", result.getTotalAssertions());
            broken(result).forEach((rule, message) -> say(file, name, rule, message));
        }
    }

    private static Map<String, String> broken(ValidationResult result) {
        Map<String, Integer> times = new LinkedHashMap<>();
        Map<String, String> messages = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            String rule = assertion.getRuleId().getClause() + "\t" + assertion.getRuleId().getTestNumber();
            times.merge(rule, 1, Integer::sum);
            messages.putIfAbsent(rule, assertion.getMessage() + " at " + assertion.getLocation().getContext());
        }
        Map<String, String> lines = new LinkedHashMap<>();
        messages.forEach((rule, message) -> lines.put(rule + "\t" + times.get(rule), message));
        return lines;
    }

    private static void say(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : "\t").append(String.valueOf(word).replace("\n", " "));
        }
        System.out.println(line);
    }
}
