import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Neo4j Community, until its standard input closes or it is asked to end.
 *
 * <p>Arguments: the data folder, and a settings file in the form of neo4j.conf. The variable NEO4J_PASSWORD, if set, is
 * made the password of the user neo4j. Run by server.py, whose end, whatever its kind, closes our standard input.
 */
public class Neo4jServer {
    public static void main(String[] arguments) throws Exception {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .loadPropertiesFromFile(Path.of(arguments[1]))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        String password = System.getenv("NEO4J_PASSWORD");
        if (password != null) {
            service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                    .executeTransactionally(
                            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                            Map.of("password", password));
        }
        System.out.println("Neo4j is ready");

        while (System.in.read() != -1) {
            // Nobody writes to us: what we wait for is the end.
        }
        System.exit(0);
    }
}
