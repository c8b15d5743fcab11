import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Neo4j Community, until its standard input closes or it is asked to end.
 *
 * <p>Arguments: the data folder, and a settings file in the form of neo4j.conf. Run by server.py, which writes both,
 * and whose end, whatever its kind, closes our standard input.
 */
public class Neo4jServer {
    public static void main(String[] arguments) throws Exception {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .loadPropertiesFromFile(Path.of(arguments[1]))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("Neo4j is ready");
        while (System.in.read() != -1) {
            // Nobody writes to us: what we wait for is the end.
        }
        System.exit(0);
    }
}
