// What does Jena's own command `tdb2.tdbquery` answer to many queries over one store, in one start of the JVM?
//
// Tdb STORE SETTING: standard input has lines `query TAB out`; `out` becomes the answer as SPARQL's JSON. Standard output: `query TAB message`
// for what it cannot answer.

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Tdb {
    static class Query extends tdb2.tdbquery {
        Query(String... words) { super(words); }
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] job = line.split("\t");
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            System.setOut(new PrintStream(answer, true, StandardCharsets.UTF_8));
            int code = new Query("--loc", args[0], "--set", args[1], "--results", "json", "--query", job[0])
                .mainRun(false, false);
            System.setOut(out);
            if (code == 0) Files.write(Path.of(job[1]), answer.toByteArray());
            else out.println(job[0] + "\texit code " + code);
        }
    }
}
