import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import sporeloop.results.sweep.*;
import sporeloop.scenarios.file.*;
import sporeloop.scenarios.sweep.*;
import sporeloop.scenarios.training.*;
