import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares the table of a batch with what one process says (emotone analyze --json). */
final class Compare {

  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
    Dataset<Row> table = spark.read().parquet(arguments[0]);
    Map<String, Row> heard = new HashMap<>();
    long rows = 0;
    for (Row row :
        table.select("path", "label", "probabilities", "certain", "error").collectAsList()) {
      rows++;
      heard.put(row.getString(0), row);
    }
    Dataset<Row> single = spark.read().option("multiLine", "true").json(arguments[1]);
    double largest = 0;
    long missing = 0;
    long otherLabel = 0;
    long alone = 0;
    for (Row row : single.collectAsList()) {
      alone++;
      Row other = heard.get(Path.of(row.<String>getAs("file")).toAbsolutePath().toString());
      if (other == null || other.isNullAt(1)) {
        missing++;
        continue;
      }
      Map<String, Double> probabilities = other.getJavaMap(2);
      String best = "";
      double most = -1;
      Row said = row.getAs("probabilities");
      for (String label : said.schema().fieldNames()) {
        double probability = said.getAs(label);
        largest = Math.max(largest, Math.abs(probability - probabilities.get(label)));
        if (probability > most) {
          most = probability;
          best = label;
        }
      }
      otherLabel += best.equals(other.getString(1)) ? 0 : 1;
    }
    System.out.printf(
        "rows %d, recordings %d, duplicates %d; one process heard %d, missing in the table %d,"
            + " other label %d, largest difference of a probability %.2g%n",
        rows, heard.size(), rows - heard.size(), alone, missing, otherLabel, largest);
    boolean same = rows == heard.size() && missing == 0 && otherLabel == 0 && largest <= 1e-5;
    System.out.println(same ? "equal" : "NOT equal");
    spark.stop();
    System.exit(same ? 0 : 1);
  }
}
