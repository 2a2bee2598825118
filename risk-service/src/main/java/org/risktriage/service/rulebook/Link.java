package org.risktriage.service.rulebook;

import org.risktriage.triage.RulePack;
import org.risktriage.triage.RulePack.Rule;

/**
 * A link to a page of the book.
 *
 * @param words what it says
 * @param href the path of the page from the first page of the book
 */
record Link(String words, String href) {
    static Link to(RulePack pack) {
        return new Link(BookText.title(pack), folder(pack) + "index.html");
    }

    static Link to(RulePack owner, Rule rule) {
        return new Link(BookText.name(rule), folder(owner) + BookText.name(rule) + ".html");
    }

    static Link toCases(RulePack pack) {
        return new Link(
                pack.cases().size() == 1 ? "1 worked case" : pack.cases().size() + " worked cases",
                folder(pack) + "cases.html");
    }

    private static String folder(RulePack pack) {
        return pack.id() + "/" + pack.version() + "/";
    }
}
