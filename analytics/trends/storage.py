"""Files on S3, or on a laptop's disk, through the one interface that Spark has for both."""


class Storage:
    def __init__(self, spark):
        self._jvm = spark.sparkContext._jvm
        self._settings = spark.sparkContext._jsc.hadoopConfiguration()

    def _at(self, address):
        path = self._jvm.org.apache.hadoop.fs.Path(address)
        return path.getFileSystem(self._settings), path

    def exists(self, address):
        system, path = self._at(address)
        return system.exists(path)

    def delete(self, address):
        system, path = self._at(address)
        system.delete(path, True)

    def write(self, address, text):
        system, path = self._at(address)
        stream = system.create(path, True)
        stream.write(bytearray(text.encode()))
        stream.close()

    def read(self, address):
        system, path = self._at(address)
        stream = system.open(path)
        text = self._jvm.org.apache.commons.io.IOUtils.toString(stream, "UTF-8")
        stream.close()
        return text
