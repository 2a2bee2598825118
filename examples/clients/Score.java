import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Scores an assessment with the JDK's own client.
 *
 * <pre>RISK_TRIAGE=http://127.0.0.1:8080 KEY_FILE=key.txt java Score.java assessment.json</pre>
 */
public class Score {
    public static void main(String[] arguments) throws Exception {
        String key = Files.readString(Path.of(System.getenv("KEY_FILE"))).strip();
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("RISK_TRIAGE") + "/v1/assessments"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-API-Key", key)
                .POST(BodyPublishers.ofFile(Path.of(arguments[0])))
                .build();
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
        System.out.println(reply.body());
        if (reply.statusCode() != 200) {
            // There is no decision. Never put a level in its place.
            System.exit(1);
        }
    }
}
