// How does Apache Jena read many files, or judge many graphs by SHACL, in one start of the JVM?
//
// Jena quads: standard input has lines `format TAB in TAB out`; `out` becomes N-Quads.
// Jena shacl SHAPES: standard input has lines `ttl TAB in TAB out`; `out` becomes the names of the shapes violated, one a line.
// Standard output: `in TAB message` for whatever Jena has to say of a file.

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;

public class Jena {
    static final Map<String, Lang> LANGS = Map.of("ttl", Lang.TURTLE, "trig", Lang.TRIG, "nt", Lang.NTRIPLES, "nq", Lang.NQUADS,
        "rdf", Lang.RDFXML, "jsonld", Lang.JSONLD10);
    static final PrintStream OUT = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);

    public static void main(String[] args) throws Exception {
        Shapes shapes = args[0].equals("shacl") ? Shapes.parse(RDFDataMgr.loadGraph(args[1])) : null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] job = line.split("\t");
            try {
                if (shapes == null) quads(job[0], job[1], job[2]);
                else shacl(shapes, job[1], job[2]);
            } catch (Exception | StackOverflowError e) {
                say(job[1], "failed: " + e);
            }
        }
        OUT.flush();
    }

    static void quads(String format, String from, String to) throws Exception {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(to))) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            RDFParser.create().fromString(text(format, from)).lang(LANGS.get(format)).base("https://base.invalid/").errorHandler(new Teller(from)).parse(writer);
            writer.finish();
        }
    }

    // Debian's Jena 4.5 has the JSON-LD 1.1 reader but no JSON parser for it (jakarta.json without an implementation), so JSON-LD is read by
    // the reader of 1.0, which refuses "@version": 1.1 and needs nothing else of ours to be different.
    static String text(String format, String from) throws Exception {
        String text = Files.readString(Path.of(from));
        return format.equals("jsonld") ? text.replaceFirst("\\s*\"@version\": 1\\.1,", "") : text;
    }

    static void shacl(Shapes shapes, String from, String to) throws Exception {
        Graph data = RDFDataMgr.loadGraph(from);
        TreeSet<String> names = new TreeSet<>();
        ShaclValidator.get().validate(shapes, data).getEntries().forEach(entry -> names.add(entry.source().getURI().replaceFirst(".*#", "")));
        Files.write(Path.of(to), names);
    }

    static void say(String file, String message) {
        OUT.println(file + "\t" + message.replaceAll("\\s+", " "));
    }

    record Teller(String file) implements ErrorHandler {
        public void warning(String message, long line, long column) { say(file, "warning: " + message + " at " + line + ":" + column); }
        public void error(String message, long line, long column) { say(file, "error: " + message + " at " + line + ":" + column); }
        public void fatal(String message, long line, long column) { throw new IllegalStateException(message + " at " + line + ":" + column); }
    }
}
