package org.risktriage.service.cli;

import java.io.IOException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparsers;

/** One thing that {@code rules} does: a class each, which {@link RulesCommand} lists. */
interface RulesAction {
    /** How an action ends, as its help says it. */
    String EXIT = "Exit status: 0 if nothing is wrong, 1 for findings, 2 for a wrong use.";

    /** The word that stands after {@code rules}. */
    String name();

    /** Adds a parser of the name, with what it takes. */
    void addTo(Subparsers actions);

    /**
     * Does it, and prints what there is to say.
     *
     * @return whether nothing was found
     * @throws CommandFailedException if it was used wrongly
     * @throws IOException if the folder cannot be read
     */
    boolean run(Namespace namespace) throws IOException;
}
