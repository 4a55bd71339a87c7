package org.emotone.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.emotone.batch.MappingListener;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** A function that is applied on other machines, a task for each of its arguments. */
final class Mapping {

  private final String function;
  private final MappingListener listener;

  /**
   * Prepares.
   *
   * @param function the name of its class, see {@link NamedFunction}
   * @param listener hears each answer as soon as Spark has it
   */
  Mapping(String function, MappingListener listener) {
    this.function = function;
    this.listener = listener;
  }

  /** The answers in the order of the arguments. */
  List<String> of(SparkSession spark, List<String> arguments) {
    if (arguments.isEmpty()) {
      return List.of();
    }
    String name = function;
    JavaRDD<String> answers =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(arguments, arguments.size())
            .map(argument -> NamedFunction.apply(name, argument));
    String[] all = new String[arguments.size()];
    spark
        .sparkContext()
        .runJob(
            answers.rdd(),
            new Only(),
            new Heard(all, listener),
            ClassTag$.MODULE$.apply(String.class));
    return Arrays.asList(all);
  }

  /** The one answer of a task. */
  private static final class Only extends AbstractFunction1<Iterator<String>, String>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String apply(Iterator<String> answers) {
      return answers.next();
    }
  }

  /** Keeps each answer and hands it on; called by Spark's scheduler, one at a time. */
  private static final class Heard extends AbstractFunction2<Object, String, BoxedUnit> {
    private final String[] all;
    private final MappingListener listener;

    Heard(String[] all, MappingListener listener) {
      this.all = all;
      this.listener = listener;
    }

    @Override
    public BoxedUnit apply(Object task, String answer) {
      int index = (Integer) task;
      all[index] = answer;
      listener.answered(index, answer);
      return BoxedUnit.UNIT;
    }
  }
}
