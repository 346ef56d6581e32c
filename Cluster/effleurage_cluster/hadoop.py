"""File systems as Hadoop sees them, asked through the driver's Java machine."""

from py4j.protocol import Py4JJavaError

from .failure import CANNOT_CREATE, INPUT_OUTPUT, NO_INPUT, Failure


def reason(error):
    """What a Java exception says, in one line."""
    words = str(error.java_exception.getMessage() or error.java_exception.toString())
    return words.splitlines()[0] if words else "unknown"


class Place:
    """A path on one of Hadoop's file systems."""

    def __init__(self, context, path):
        self._context = context
        self._machine = context._jvm  # pylint: disable=protected-access
        self._gateway = context._gateway  # pylint: disable=protected-access
        self._settings = context._jsc.hadoopConfiguration()  # pylint: disable=protected-access
        self.given = path
        try:
            made = self._path(path)
            self._system = made.getFileSystem(self._settings)
            self._full = self._system.makeQualified(made)
        except Py4JJavaError as error:
            raise Failure(NO_INPUT, f"{path}: {reason(error)}") from error

    def _path(self, path):
        return self._machine.org.apache.hadoop.fs.Path(path)

    def __str__(self):
        return self._full.toString()

    @property
    def local(self):
        """The path as the machine's own, where it is one; None elsewhere."""
        address = self._full.toUri()
        return address.getPath() if address.getScheme() == "file" else None

    def exists(self):
        """Whether anything is there."""
        try:
            return self._system.exists(self._full)
        except Py4JJavaError as error:
            raise Failure(NO_INPUT, f"{self.given}: {reason(error)}") from error

    def is_folder(self):
        """Whether it is there and a folder."""
        return self.exists() and self._system.getFileStatus(self._full).isDirectory()

    def files(self):
        """Path and size of every file below it."""
        try:
            walk = self._system.listFiles(self._full, True)
            while walk.hasNext():
                status = walk.next()
                yield status.getPath().toString(), status.getLen()
        except Py4JJavaError as error:
            raise Failure(NO_INPUT, f"{self.given}: it cannot be listed: {reason(error)}") from error

    def beside(self, name):
        """A place in the same folder."""
        return Place(self._context, f"{self._full.getParent().toString().rstrip('/')}/{name}")

    def write(self, name, text):
        """Writes a small file below it."""
        try:
            output = self._system.create(
                self._machine.org.apache.hadoop.fs.Path(self._full, name), False)
            output.write(text.encode())
            output.close()
        except Py4JJavaError as error:
            raise Failure(INPUT_OUTPUT, f"{self.given}/{name}: {reason(error)}") from error

    def make(self):
        """Makes a folder of it, with those above it."""
        try:
            if self._system.mkdirs(self._full):
                return
            words = "the folder cannot be created"
        except Py4JJavaError as error:
            words = reason(error)
        raise Failure(CANNOT_CREATE, f"{self.given}: {words}")

    def remove(self):
        """Takes it away with all that is in it; nothing when it is not there."""
        try:
            self._system.delete(self._full, True)
        except Py4JJavaError:
            pass  # It is told by its name what it is; the first failure counts.

    def become(self, other):
        """Renames it, in one step, to a place where nothing is.

        Hadoop's older call moves a folder into one that is there; the newer one refuses, but some file
        systems lack it.
        """
        files = self._machine.org.apache.hadoop.fs
        try:
            try:
                files.FileContext.getFileContext(self._full.toUri(), self._settings).rename(
                    self._full, other._full, self._gateway.new_array(files.Options.Rename, 0))
            except Py4JJavaError as error:
                if "UnsupportedFileSystem" not in error.java_exception.toString():
                    raise
                if other.exists() or not self._system.rename(self._full, other._full):
                    raise Failure(CANNOT_CREATE, f"{other.given}: it is there already") from error
        except Py4JJavaError as error:
            raise Failure(CANNOT_CREATE, f"{other.given}: {reason(error)}") from error
