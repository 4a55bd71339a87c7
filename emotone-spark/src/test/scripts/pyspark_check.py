"""Calls Emotone's functions from PySpark by class path alone.

    python -m venv target/pyspark && target/pyspark/bin/pip install pyspark==4.2.0
    target/pyspark/bin/python emotone-spark/src/test/scripts/pyspark_check.py target/app/BUILD/spark/own samples
"""

import glob
import os
import sys

from pyspark.sql import SparkSession

own, samples = sys.argv[1:3]
jars = [jar for jar in glob.glob(os.path.join(own, "*.jar")) if "/jackson" not in jar]
spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.jars", ",".join(jars))
    .config("spark.ui.enabled", "false")
    .config("spark.driver.memory", "1g")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
clips = spark.read.format("binaryFile").option("pathGlobFilter", "*.wav").load(samples)
clips.createOrReplaceTempView("clips")
rows = spark.sql(
    "SELECT substring_index(path, '/', -1) AS clip, r.label, round(r.confidence, 4) AS confidence, r.error"
    " FROM (SELECT path, emotone_recognize(content) AS r FROM clips) ORDER BY clip"
).collect()
for row in rows:
    print(row.clip, row.label, row.confidence, row.error)
assert rows and all(row.label and row.error is None for row in rows), "a clip was not heard"
print("PySpark", spark.version, "has the functions")
