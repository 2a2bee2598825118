package org.risktriage.service.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * A command that keeps a table of keys, each with an id and an end.
 *
 * @param <K> a key
 */
abstract class KeyTableCommand<K> extends PlainCommand {
    /** Which of its actions the command is to do. */
    static final String ACTION = "action";

    private final Clock clock;
    private final Function<K, String> id;

    KeyTableCommand(String name, String description, Clock clock, Function<K, String> id) {
        super(name, description);
        this.clock = clock;
        this.id = id;
    }

    /** The time as tables of keys have it: in whole seconds. */
    final Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Lets an action take a number of days. */
    static void days(Subparser action, String name, int usual, int least, int most, String help) {
        action.addArgument(name)
                .metavar("DAYS")
                .type(Integer.class)
                .choices(Arguments.range(least, most))
                .setDefault(usual)
                .help(help + ", up to " + most + "; " + usual + " unless given");
    }

    final K find(List<K> keys, String wanted) {
        return keys.stream()
                .filter(key -> id.apply(key).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        finding("There is no key with this id. " + getName() + " list shows those that there are."));
    }

    final List<K> replace(List<K> keys, K old, UnaryOperator<K> change) {
        return keys.stream()
                .map(key -> key.equals(old) ? change.apply(key) : key)
                .toList();
    }
}
